"""A sample of forms to be re-checked, drawn so that anyone can draw it again.

``population`` what may be drawn, and its digest → ``lottery`` the chance, from a secret and a
public number → ``selection`` who is drawn in one stratum → ``drawing`` the two published papers →
``verifying`` the same again from the second alone → ``estimate`` what the drawn forms say of all.
"""
