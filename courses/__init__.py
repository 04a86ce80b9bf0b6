"""The courses, as text: lessons, and the files that assemble them. No code."""
