"""Every page is served by an operation or excused, and no operation is forgotten."""

from django.urls import URLPattern, get_resolver

from jiheng.web.api.description import operations
from jiheng.web.api.served import EXCUSED, SERVED

EXCUSES = [page for pages in EXCUSED.values() for page in pages]


def addresses(patterns):
    """Yield every address of the platform but those of the API itself."""
    for each in patterns:
        if isinstance(each, URLPattern):
            yield each
        elif each.namespace != "api":
            yield from addresses(each.url_patterns)


def methods(view) -> tuple[str, ...]:
    """Return by which methods a view is asked: what its guard lets through, else both."""
    while view is not None:
        kept = dict(zip(view.__code__.co_freevars, view.__closure__ or (), strict=True))
        if "request_method_list" in kept:
            return tuple(kept["request_method_list"].cell_contents)
        view = getattr(view, "__wrapped__", None)
    return ("GET", "POST")


def pages() -> set[str]:
    """Return every page with every method."""
    return {
        f"{method} {each.name}"
        for each in addresses(get_resolver().url_patterns)
        for method in methods(each.callback)
        if method != "HEAD"
    }


def test_every_page_is_served_or_excused():
    assert set(SERVED) | set(EXCUSES) == pages()


def test_no_page_is_both_or_excused_twice():
    assert set(SERVED).isdisjoint(EXCUSES)
    assert len(EXCUSES) == len(set(EXCUSES))


def test_every_operation_serves_a_page():
    assert {name for names in SERVED.values() for name in names} == {
        each.name for each in operations()
    }
