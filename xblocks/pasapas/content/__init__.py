"""What lessons, courses and their catalogues are.

Text goes in, immutable values and `Problem`s with line numbers come out. Reading
never raises, whatever the text; nothing here knows a platform, a page or a language.
"""
