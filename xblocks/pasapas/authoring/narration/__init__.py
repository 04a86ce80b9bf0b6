"""Sound: the sentences of a screen become one recording, with the start of each sentence.

    sentences -> spoken_text (lexicon) -> voice -> mix (pydub) -> loudness -> encode -> index

`samples`, `mix`, `loudness`, `encode`, `human` and `narrate` need the extra `authoring`.
`command` imports them when it runs: the rest of the package, and `--help`, work without it.
"""
