function FloorBlock(runtime, element, args) {
    var node = element.nodeType ? element : element[0];
    var url = runtime.handlerUrl(node, "save_state");
    var key = "floor:" + url;
    var answers = args.answers;
    var timer = null;
    function show(question, number) {
        Array.prototype.forEach.call(question.querySelectorAll("button"), function (button, other) {
            button.setAttribute("aria-pressed", String(other === number));
            button.nextElementSibling.hidden = other !== number;
        });
    }
    function send() {
        var waiting = localStorage.getItem(key);
        timer = null;
        if (!waiting) { return; }
        fetch(url, {method: "POST", body: waiting, keepalive: true}).then(function (reply) {
            if (!reply.ok) { throw reply.status; }
            if (localStorage.getItem(key) === waiting) { localStorage.removeItem(key); }
        }).catch(function () {
            timer = timer || setTimeout(send, 30000);
        });
    }
    Array.prototype.forEach.call(node.querySelectorAll("fieldset"), function (question, name) {
        if (name in answers) { show(question, answers[name]); }
        Array.prototype.forEach.call(question.querySelectorAll("button"), function (button, number) {
            button.addEventListener("click", function () {
                answers[name] = number;
                show(question, number);
                localStorage.setItem(key, JSON.stringify({answers: answers}));
                timer = timer || setTimeout(send, 5000);
            });
        });
    });
    send();
}
