// What all views of a mailbox share: its mails, its gestures, its bar.
function MailKit(ground) {
    var setup = ground.setup;

    // An advert comes as [name, shop, sentences, day].
    this.mails = setup.mails.map(function (mail) {
        if (!Array.isArray(mail)) {
            return mail;
        }
        var shop = setup.shops[mail[1]];
        var pitch = setup.pitches[mail[2]];
        return {
            name: mail[0], from: shop[0], mail: shop[1], when: mail[3], subject: pitch[0],
            text: pitch.slice(1), advert: 1
        };
    });
    this.ground = ground;
}

MailKit.prototype.has = function (list, name) {
    return this.ground.draft[list].indexOf(name) >= 0;
};

MailKit.prototype.withName = function (list, name) {
    var names = this.ground.draft[list];
    return this.has(list, name) ? names : names.concat(name);
};

MailKit.prototype.without = function (list, name) {
    return this.ground.draft[list].filter(function (other) { return other !== name; });
};

MailKit.prototype.mail = function (name) {
    return this.mails.filter(function (mail) { return mail.name === name; })[0];
};

MailKit.prototype.file = function (name) {
    return this.ground.setup.files.filter(function (file) { return file.name === name; })[0];
};

// `moved`: the mail that goes to another folder; the list says so until the next gesture.
MailKit.prototype.go = function (changes, options, moved) {
    var ground = this.ground;
    return function () {
        ground.ui.moved = moved || "";
        ground.change(changes, options);
    };
};

MailKit.prototype.heading = function (title, hidden) {
    return h("h4", {
        class: hidden ? "pap-hidden" : "pap-bar-title",
        "data-heading": true,
        "data-key": "heading"
    }, title);
};

MailKit.prototype.bar = function (left, title, right) {
    return h("div", {class: "pap-bar"}, [left, title ? this.heading(title) : null, right]);
};

MailKit.prototype.back = function (at) {
    var ground = this.ground;
    return ground.button(ground.words.back, "back", this.go({at: at}), {
        seen: ground.look === 1, "data-place": "back"
    });
};
