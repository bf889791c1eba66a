from jiheng.corpus.auditing.copies.finding import near_copies
from jiheng.corpus.auditing.copies.masking import masked

WELLS = "机井通电后浇地费用下降，台区变压器增容，春灌期间未再跳闸，电工驻村半小时到场。"
WELLS_ADAPTED = "机井通电后浇地费用大为下降，台区变压器增容，春灌期间没有跳闸，电工驻村半小时到场。"
FOREST = "国有林场危旧管护房翻建，职工子女入学问题得到解决，林下种植黄精，由合作企业保底收购。"
RULES = "严格执行财经法规和财务管理制度，资金拨付有完整的审批程序和手续，不存在挪用情况。"
OWN_ENDINGS = (
    "泵站换了电机。", "流感疫苗接种点增加。", "图书漂流到校。", "桥面铺装完工。", "羊群药浴两轮。",
    "窗口延时服务。", "旱厕改成水厕。", "路灯改用节能灯。", "鱼苗投放水库。", "围栏修补结束。",
    "戏台屋面翻修。", "茶园修剪到位。", "校车加装终端。", "冰柜送到村卫生室。",
)  # fmt: skip


def groups(*texts):
    copies = near_copies([[masked(text) for text in texts]])
    return dict(zip(copies.text.tolist(), copies.group.tolist(), strict=True))


def test_texts_without_copies_are_in_no_group():
    assert groups(WELLS, FOREST) == {}


def test_copies_stand_in_the_group_of_the_first_of_them():
    assert groups(FOREST, WELLS, WELLS_ADAPTED, WELLS) == {1: 1, 2: 1, 3: 1}


def test_the_likeness_of_a_copy_is_told_in_percent_of_its_pieces():
    copies = near_copies(
        [
            [
                "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥",
                "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌天",
            ]
        ]
    )

    # Of 19 pieces of four signs each, 18 are in both, 20 in either.
    assert copies.jaccard.tolist() == [90, 90]
    assert copies.contained.tolist() == [94, 94]


def test_each_copy_names_the_text_that_it_is_most_like():
    copies = near_copies([[masked(text) for text in (WELLS, WELLS_ADAPTED, WELLS_ADAPTED)]])

    assert copies.nearest.tolist() == [1, 2, 1]


def test_a_sentence_that_many_texts_have_makes_none_a_copy():
    assert groups(*(RULES + ending for ending in OWN_ENDINGS)) == {}


def test_one_text_filed_by_very_many_is_told_as_widespread():
    copies = near_copies([[masked(RULES)] * 14 + [masked(FOREST)] * 2])

    assert copies.widespread.tolist() == [1] * 14 + [0] * 2


def test_batches_change_nothing():
    texts = [masked(text) for text in (FOREST, WELLS, WELLS_ADAPTED, FOREST)]

    assert [part.tolist() for part in near_copies([texts])] == [
        part.tolist() for part in near_copies([[text] for text in texts])
    ]


def test_empty_and_odd_texts_are_borne():
    assert groups("", "。。。", "\ud800" * 30, "好") == {}


def test_no_texts_at_all_have_no_copies():
    assert near_copies([]).text.tolist() == []
