import pytest

from jiheng.corpus.auditing.copies.masking import masked


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("完成312人次", "完成1,040人次"),
        ("完成三百一十二人次", "完成九十八人次"),
        ("达到96.5%", "达到百分之九十一"),
        ("投入42万元", "投入５６．８万元"),
        ("提升云溪县参保率", "提升平川县参保率"),
        ("临江镇卫生院", "白水乡卫生院"),
        ("任务 完成，验收。", "任务完成；验收"),
    ],
)
def test_what_a_copy_changes_is_the_same_in_both(one, other):
    assert masked(one) == masked(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("我县群众", "群众"),
        ("推动统一管理", "推动管理"),
        ("提升城市形象", "提升形象"),
        ("活跃农村市场", "活跃农村文化"),
    ],
)
def test_words_that_only_look_like_numbers_and_places_stay(one, other):
    assert masked(one) != masked(other)
    assert "P" not in masked(one)
    assert "0" not in masked(one)


def test_the_longer_of_two_own_names_goes_first():
    assert masked("云溪县就业局培训中心开班", ("云溪县就业局", "云溪县就业局培训中心")) == "N开班"


def test_a_name_of_two_signs_is_too_short_to_be_taken_out():
    assert masked("林场护林", ("林场",)) == "林场护林"
