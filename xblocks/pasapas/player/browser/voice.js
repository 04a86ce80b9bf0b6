// The device's own voice, for words that have no recording. Only a voice that lives on the
// device: another one would send the text to somebody, and would need the network.
function deviceVoice() {
    var voices = window.speechSynthesis ? window.speechSynthesis.getVoices() : [];
    return voices.filter(function (voice) {
        return voice.lang.slice(0, 2).toLowerCase() === "fr" && voice.localService;
    })[0] || null;
}

// Says one sentence; `done` is called when it is over, not when it is stopped.
function speak(text, slow, done) {
    var utterance = new window.SpeechSynthesisUtterance(text);
    utterance.voice = deviceVoice();
    utterance.lang = "fr-FR";
    utterance.rate = slow ? 0.65 : 0.9;
    utterance.onend = done;
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(utterance);
}

function hush() {
    if (window.speechSynthesis) {
        window.speechSynthesis.cancel();
    }
}
