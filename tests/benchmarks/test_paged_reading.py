from msgspec.structs import replace

from benchmarks.paged_reading.printing import printed, subjects
from benchmarks.paged_reading.trial import tried

(FORM,) = subjects(1, seed=1, times=4)


def test_a_longer_form_has_so_many_times_the_rows_in_the_same_levels():
    (usual,) = subjects(1, seed=1)

    long, short = FORM.piece.form, usual.piece.form
    assert long is not None
    assert short is not None
    assert len(long.indicators) == 4 * len(short.indicators)
    assert [row.level2 for row in long.indicators[::4]] == [r.level2 for r in short.indicators]


def test_what_is_read_as_it_was_printed_counts_as_right():
    (pdf,) = printed([FORM.piece.laid], "own")

    trial = tried(FORM, pdf)
    assert trial.pages > 1
    assert (trial.lost, trial.made, trial.silent) == ((), (), ())


def test_what_is_printed_otherwise_counts_as_wrong_without_a_word():
    whole = FORM.piece.form
    assert whole is not None
    other = replace(whole, conclusion="另一个结论")
    (pdf,) = printed([FORM.piece.laid], "own")

    trial = tried(replace(FORM, piece=replace(FORM.piece, form=other)), pdf)
    assert [wrong.path for wrong in trial.silent] == ["conclusion"]
