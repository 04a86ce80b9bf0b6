"""The simulated screens: what each reads, its artefact, how it may change, what it shows.

A screen is known here by its data alone; its browser part stands in
`player/browser/screens/`. With or without observations and help, it is the same screen.
"""
