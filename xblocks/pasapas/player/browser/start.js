// How a host starts a block. `element` is a DOM node or, in Open edX, a jQuery object.
function startLesson(runtime, element, args) {
    var node = element.nodeType ? element : element[0];
    var root = node.querySelector(".pap-lesson");
    if (root && root.querySelector(".pap-screen")) {
        var lesson = new Lesson(runtime, element, root, args);
        clearTimeout(resuming); // once, when all blocks of the page have begun
        resuming = setTimeout(function () {
            resume(args.learner);
        }, 3000);
        return lesson;
    }
    return null;
}

var resuming = null;

window.PasAPasLesson = startLesson;
window.PasAPas = {
    leave: leave,
    resume: resume,
    send: sendAll,
    // Whether something waits that could be sent now.
    waits: function () {
        return Queue.all.some(function (queue) {
            return queue.data !== null && !queue.stopped && !queue.failures;
        });
    }
};
