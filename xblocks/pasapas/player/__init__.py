"""What runs in the browser (`public/`, made from `browser/`), and the pure functions that
render sentences, sound, pictograms and messages, and that receive what is saved."""
