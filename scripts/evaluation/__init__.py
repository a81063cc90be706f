"""Scores what the build extracts against what a careful editor would find; the program itself never imports this.

One module a subject: `gold` reads the annotated articles (`tests/gold/`, whose README says what their keys mean);
`spans`, `likeness` and `pairing` find what answers what, `cast` who is who; `layout`, `actors`, `facts` and `speech`
score the fields; `scores` adds up, `table` prints, `floors` keeps from falling, `rouge` scores summaries.

Each field is scored by itself: what hangs on an actor (type, salience, roles, spellings) is asked only of the actors
that were found, so that one fault lowers one figure. Figures are added up over articles before they are divided: an
article weighs what it holds.
"""
