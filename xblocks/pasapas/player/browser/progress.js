// What a learner has done in a lesson: the same shape as in lesson/state.py.
var RATINGS = ["yes", "almost", "not-yet"];

function emptyProgress() {
    return {place: 0, reached: 0, answers: {}, ticks: []};
}

// All that either knows; the place is the second's.
function mergedProgress(known, more) {
    var merged = Object.assign(emptyProgress(), known, more);
    merged.reached = Math.max(known.reached || 0, more.reached || 0, merged.place);
    merged.answers = {};
    [known.answers || {}, more.answers || {}].forEach(function (answers) {
        Object.keys(answers).forEach(function (screen) {
            var before = merged.answers[screen] || [];
            merged.answers[screen] = before.concat(answers[screen].filter(function (choice) {
                return before.indexOf(choice) < 0;
            }));
        });
    });
    return merged;
}
