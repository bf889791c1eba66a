"""Whoever runs the server gives an administrator a new first password."""

from jiheng.web.journal.models import Entry
from jiheng.web.people import __main__ as command


def test_an_administrator_gets_a_first_password(city, monkeypatch, capsys):
    monkeypatch.setattr(command, "prepare", lambda serving: None)

    code = command.main(["xitong"])

    name, password = capsys.readouterr().out.split()
    city.system_admin.refresh_from_db()
    assert (code, name) == (0, "xitong")
    assert city.system_admin.check_password(password)
    assert city.system_admin.must_change
    assert Entry.objects.get(action="reset-password").person_name == ""


def test_a_name_that_nobody_has_is_told(city, monkeypatch, capsys):
    monkeypatch.setattr(command, "prepare", lambda serving: None)

    assert command.main(["niemand"]) == 2
    assert "没有这个用户：niemand" in capsys.readouterr().err
