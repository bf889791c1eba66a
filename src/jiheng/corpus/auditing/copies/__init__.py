"""Near copies among many texts.

``masking`` what an adapted copy changes is taken out → ``shingling`` texts as sets of short pieces
→ ``common`` pieces that many texts have → ``signing`` a short signature each → ``banding`` pairs
that may be alike → ``likeness`` how far they are → ``finding`` all of it, over texts of any number.
"""
