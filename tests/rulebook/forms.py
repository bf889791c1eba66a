"""Forms that say only what a choice of rules looks at."""

from jiheng.model.form import Form, Indicator, Source


def form(
    title: str | None = "项目支出绩效自评表",
    unit: str | None = None,
    layout: str | None = None,
    year: int | None = 2023,
    notes: tuple[str, ...] = (),
    indicators: tuple[Indicator, ...] = (),
) -> Form:
    return Form(
        id="000000000000-1",
        source=Source(path="自评表.txt", format="text", part="table 1", index=1, sha256="0" * 64),
        layout=layout,
        title=title,
        year=year,
        reporting_unit=unit,
        notes=notes,
        indicators=indicators,
    )
