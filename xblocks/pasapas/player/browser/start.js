// How a host starts a block. `element` is a DOM node or, in Open edX, a jQuery object.
function startLesson(runtime, element, args) {
    var node = element.nodeType ? element : element[0];
    var root = node.querySelector(".pap-lesson");
    if (root && root.querySelector(".pap-screen")) {
        resumeSoon(args.learner);
        return new Lesson(runtime, element, root, args);
    }
    return null;
}

window.PasAPasLesson = startLesson;
