// What a host may ask of the blocks of its page.
window.PasAPas = {
    leave: leave,
    resume: resume,
    send: sendAll,
    // Whether something waits that could be sent now.
    waits: function () {
        return onPage.queues.some(function (queue) {
            return queue.data !== null && !queue.stopped && !queue.failures;
        });
    }
};

// Once, when all blocks of the page have begun.
function resumeSoon(learner) {
    clearTimeout(onPage.resuming);
    onPage.resuming = setTimeout(function () {
        resume(learner);
    }, 3000);
}
