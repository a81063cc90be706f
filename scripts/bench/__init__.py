"""Measures what the program costs, and prints it beside what it may cost; never fails, whatever it finds.

One module a part, each a function that yields figures as it gets them, named in `parts.py`: to add one, write the
module and its line there. Every part runs in a process of its own, so that none is measured with the memory of another.
`articles` makes as many articles as are asked for, no two alike; `costs` reads clocks and memory.
"""
