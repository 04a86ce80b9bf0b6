"""Is a text as short and plain as its readers need it? Rules, and words to avoid."""
