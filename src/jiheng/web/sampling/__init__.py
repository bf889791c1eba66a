"""抽查: a draw on the web over the engine of ``corpus/draw``, from its plan to what it says.

``plan`` the strata and their sizes → ``running`` one step after another, none twice → ``sample``
what was drawn and what must be checked besides, with who reviews it → ``results``.
"""
