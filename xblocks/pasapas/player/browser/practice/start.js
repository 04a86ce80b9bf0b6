// How a host starts the block. `element` is a DOM node or, in Open edX, a jQuery object.
window.PasAPasScreens = Object.assign(window.PasAPasScreens || {}, Screens);
Screens = window.PasAPasScreens;

window.PasAPasPractice = function (runtime, element, args) {
    var node = element.nodeType ? element : element[0];
    var root = node.querySelector(".pap-practice");
    if (root && root.querySelector(".pap-data")) {
        resumeSoon(args.learner);
        return new Practice(runtime, element, root, args);
    }
    return null;
};
