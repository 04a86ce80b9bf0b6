// An ear: which parts of which recordings were played, and which line was marked meanwhile.
// Recordings play at `FAST` times their speed, and tell their time as often as that needs.
() => {
    const FAST = 8;
    const sounds = new Set();
    let played = [];
    let marked = [];
    const rate = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "playbackRate");
    Object.defineProperty(HTMLMediaElement.prototype, "playbackRate", {
        get() { return rate.get.call(this) / FAST; },
        set(times) { rate.set.call(this, times * FAST); }
    });
    const from = audio => played.push({audio, from: audio.currentTime, to: audio.currentTime});
    const until = audio => {
        const last = played[played.length - 1];
        if (last && last.audio === audio && !audio.seeking) {
            last.to = Math.max(last.to, audio.currentTime);
        }
    };
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function () {
        sounds.add(this);
        from(this);
        return play.call(this);
    };
    // The event of a jump may come late, when it plays on already: what is set is exact.
    const place = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "currentTime");
    Object.defineProperty(HTMLMediaElement.prototype, "currentTime", {
        get() { return place.get.call(this); },
        set(to) {
            place.set.call(this, to);
            played.push({audio: this, from: to, to});
        }
    });
    // Before the page hears of it, and may go on to the next line.
    document.addEventListener("timeupdate", event => until(event.target), true);
    document.addEventListener("pause", event => until(event.target), true);
    document.addEventListener("ended", event => until(event.target), true);
    setInterval(() => sounds.forEach(audio => {
        if (!audio.paused && !audio.seeking && audio.readyState > 1) {
            until(audio);
            audio.dispatchEvent(new Event("timeupdate"));
        }
    }), 15);
    new MutationObserver(changes => changes.forEach(({target}) => {
        if (target.classList.contains("pap-reading") && !marked.includes(target)) {
            marked.push(target);
        }
    })).observe(document, {attributes: true, attributeFilter: ["class"], subtree: true});
    window.ear = {
        silent: () => played.some(({from, to}) => to > from) &&
            [...sounds].every(audio => audio.paused),
        playing: () => [...sounds].some(audio => !audio.paused),
        // What was heard since it was asked the last time; the lines stay until then.
        take: () => {
            const all = played.map(({audio, from, to}) =>
                ({file: audio.currentSrc.split("/").pop(), from, to}));
            window.ear.lines = marked;
            played = [];
            marked = [];
            return all;
        },
        lines: []
    };
}
