// What a learner has done in a lesson: the same shape as in lesson/state.py.
var RATINGS = ["yes", "almost", "not-yet"];

function emptyProgress() {
    return {place: 0, reached: 0, answers: {}, ticks: []};
}

function together(some, more) {
    return some.concat(more.filter(function (item) {
        return some.indexOf(item) < 0;
    }));
}

// What an older page left, put beneath what the server has from a later one. An attempt at a
// practice says when it was made: the server knows where it belongs.
function beneath(left, newer) {
    if (left.tries) {
        return left;
    }
    return left.answers ? mergedProgress(left, newer) : Object.assign({}, left, newer);
}

// All that either knows; the place and the rating are the second's.
function mergedProgress(known, more) {
    var merged = Object.assign(emptyProgress(), known, more);
    merged.reached = Math.max(known.reached || 0, more.reached || 0, merged.place);
    merged.ticks = together(known.ticks || [], more.ticks || []);
    merged.answers = {};
    [known.answers || {}, more.answers || {}].forEach(function (answers) {
        Object.keys(answers).forEach(function (screen) {
            merged.answers[screen] = together(merged.answers[screen] || [], answers[screen]);
        });
    });
    return merged;
}
