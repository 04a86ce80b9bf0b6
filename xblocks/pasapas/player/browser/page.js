// What the blocks of one page share. Lessons and practices come with scripts of their own,
// each with all that it needs: whichever is there first makes this, the others find it.
var onPage = window.PasAPasPage = window.PasAPasPage || {
    memory: {}, // what the device has no room to keep
    queues: [], // of all blocks
    wishes: {size: 0, speed: "normal"}, // text size and voice speed: one for all blocks
    wishing: [], // called when a wish changes
    speaking: null, // the reader that is being heard: one at a time
    resuming: null
};
