// How a host starts the block. `element` is a DOM node or, in Open edX, a jQuery object.
window.PasAPasScreens = window.PasAPasScreens || {};

window.PasAPasAssessment = function (runtime, element, args) {
    var node = element.nodeType ? element : element[0];
    var root = node.querySelector(".pap-assessment");
    if (root && root.querySelector(".pap-data")) {
        resumeSoon(args.learner);
        return new Assessment(runtime, element, root, args);
    }
    return null;
};
