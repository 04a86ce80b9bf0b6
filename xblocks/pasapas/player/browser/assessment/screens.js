// What a screen registers itself in.
var Screens = {};
