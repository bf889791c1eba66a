"""脱敏: what is masked in a published form, released or masked place by place."""

from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action
from jiheng.web.publication.models import Clearance, MaskRuling, Verdict
from jiheng.web.publication.wishes import DEFAULT, Masks


def mask_texts(order: Order, masks: Masks = DEFAULT) -> Event:
    """Keep what is released and what is masked besides; everything else stays masked."""
    with opened(order, Action.MASK_TEXTS) as case:
        clearance = Clearance.objects.get(record=case.record)
        if clearance.verdict == Verdict.REFUSED or clearance.version != case.record.version:
            raise Refused("refused.not-cleared")
        MaskRuling.objects.filter(clearance=clearance).delete()
        MaskRuling.objects.bulk_create(
            (
                *(
                    MaskRuling(
                        clearance=clearance,
                        path=each.path,
                        start=each.start,
                        text=each.text,
                        is_added=False,
                    )
                    for each in masks.released
                ),
                *(
                    MaskRuling(clearance=clearance, path="", text=text, is_added=True)
                    for text in masks.added
                ),
            )
        )
        # What was released is in the open now; what is masked must not stand in the journal.
        released = ", ".join(each.path for each in masks.released)
        return case.stay({"released": released, "added": str(len(masks.added))})
