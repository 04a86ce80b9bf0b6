// A practice screen for the assessment: drawn by its ground, found under its name.
window.PasAPasScreens = Object.assign(window.PasAPasScreens || {}, Screens);
