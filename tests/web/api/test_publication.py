"""A program clears a form, lets the worker release it, and fetches what went out."""

from zipfile import ZipFile

import msgspec

from jiheng.model.publication import PackageManifest, Publication
from jiheng.web.publication.models import Clearance, MaskRuling, Package
from tests.web.api.calling import program_of
from tests.web.publication.cleared import batch_of, cleared, proposed, worked
from tests.web.publication.test_releasing import NAMED


def test_a_form_is_reviewed_for_secrecy_with_what_is_withheld(city):
    address = f"/forms/{proposed(city).number}/clearance"
    program = program_of(city.reviewer)
    values = [each["value"] for each in program.get(address).json()["choices"]]
    said = {"version": 1, "verdict": "partly", "withheld": [values[0]], "reason": "涉及合同价格"}
    found = program.post(address, said).json()

    assert found["state"] == "partly"
    assert Clearance.objects.get().withheld == values[0] == "money"


def test_a_review_without_its_reason_is_refused(city):
    address = f"/forms/{proposed(city).number}/clearance"
    said = {"version": 1, "verdict": "refused"}
    answer = program_of(city.reviewer).post(address, said)

    assert (answer.status_code, answer.json()["code"]) == (409, "web.refused.reason")


def test_a_hidden_name_is_released_by_its_value(city):
    address = f"/forms/{cleared(city, NAMED).number}/clearance"
    program = program_of(city.reviewer)
    spots = program.get(address).json()["spots"]
    (value,) = (each["value"] for each in spots if each["text"] == "李 芳")
    program.post(f"{address}/masks", {"version": 1, "released": [value, "9 no.such"]})

    assert [each.text for each in MaskRuling.objects.all()] == ["李 芳"]


def test_the_preview_is_what_would_be_published_of_the_form(city):
    number = cleared(city, NAMED).number
    answer = program_of(city.clerk).get(f"/forms/{number}/publication")
    found = msgspec.json.decode(answer.getvalue(), type=Publication)

    assert [card.number for card in found.cards] == [number]
    assert "李芳" not in answer.getvalue().decode()


def test_a_package_is_asked_for_made_by_the_worker_and_fetched(city):
    cleared(city)
    address, program = f"/publication/batches/{batch_of(city).pk}", program_of(city.reviewer)
    asked = program.post(f"{address}/packages")
    worked()
    done = program.get(address).json()
    (package,) = done["packages"]
    answer = program.get(f"/publication/packages/{package['key']}")

    assert (asked.status_code, asked.json()["making"]["ended_at"]) == (202, None)
    assert done["making"]["why"] == ""
    assert package["forms"] == 1
    assert len(answer.getvalue()) == package["size"]


def test_the_fetched_package_says_itself_how_many_forms_it_holds(city, tmp_path):
    cleared(city)
    program = program_of(city.reviewer)
    program.post(f"/publication/batches/{batch_of(city).pk}/packages")
    worked()
    fetched = program.get(f"/publication/packages/{Package.objects.get().pk}").getvalue()
    (tmp_path / "package.zip").write_bytes(fetched)

    with ZipFile(tmp_path / "package.zip") as archive:
        manifest = msgspec.json.decode(archive.read("manifest.json"), type=PackageManifest)
        names = archive.namelist()
    assert set(names) == {"manifest.json", *(each.path for each in manifest.files)}


def test_a_withdrawn_package_says_since_when(city):
    cleared(city)
    program = program_of(city.reviewer)
    program.post(f"/publication/batches/{batch_of(city).pk}/packages")
    worked()
    found = program.post(f"/publication/packages/{Package.objects.get().pk}/withdrawal").json()

    assert found["packages"][0]["withdrawn_at"] is not None


def test_where_nothing_is_cleared_there_is_nothing_to_make(city):
    proposed(city)
    answer = program_of(city.reviewer).post(f"/publication/batches/{batch_of(city).pk}/packages")

    assert (answer.status_code, answer.json()["code"]) == (409, "web.refused.nothing-cleared")
