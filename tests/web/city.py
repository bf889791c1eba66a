"""云岭市, a small invented city: a bureau with two centres, a stranger bureau, the finance bureau.

李芳 fills in the forms of the 就业服务中心, 王敏 is her colleague, 赵强 reviews for the bureau;
钱进 is a clerk of another bureau and must see nothing.
"""

from msgspec import Struct

from jiheng.model.form import Form, Funds, Goal, Indicator, MoneyLine, Project, Source, Total
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import Registration, register
from jiheng.web.people.models import Appointment, Organisation, Person, create_person
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.tree import add_organisation

PASSWORD = "Yunling-2024"

FORM = Form(
    id="000000000000-1",
    source=Source(path="", format="", part="", index=1, sha256=""),
    layout="national-2020",
    pack="cn-2020-10",
    title="项目支出绩效自评表",
    year=2024,
    reporting_unit="云岭市就业服务中心",
    project=Project(
        name="职业技能培训补助",
        department="云岭市人力资源和社会保障局",
        implementing_unit="云岭市就业服务中心",
    ),
    funds=Funds(
        unit="万元",
        lines=(
            MoneyLine(
                label="年度资金总额",
                initial_budget="80",
                adjusted_budget="80",
                executed="76",
                weight="10",
                rate="95%",
                score="9.5",
            ),
        ),
    ),
    goal=Goal(expected="培训失业人员1200人，促进就业。", actual="已培训1260人，就业率提高。"),
    indicators=(
        Indicator(
            level1="产出指标",
            level2="数量指标",
            name="培训人数",
            target="≥1200人",
            actual="1260人",
            weight="50",
            score="50",
        ),
        Indicator(
            level1="效益指标",
            level2="社会效益指标",
            name="培训后就业率",
            target="≥70%",
            actual="72%",
            weight="30",
            score="30",
        ),
        Indicator(
            level1="满意度指标",
            level2="服务对象满意度指标",
            name="学员满意度",
            target="≥90%",
            actual="93%",
            weight="10",
            score="10",
        ),
    ),
    total=Total(weight="100", score="99.5"),
)


class City(Struct, frozen=True, kw_only=True):
    """Its organisations and people."""

    city: Organisation
    bureau: Organisation
    centre: Organisation
    other_bureau: Organisation
    clerk: Person
    colleague: Person
    head: Person
    section: Person
    reviewer: Person
    budget: Person
    performance: Person
    third_party: Person
    auditor: Person
    stranger: Person
    system_admin: Person
    security_admin: Person
    audit_admin: Person


def build_city() -> City:
    """Return the city, with one person a role."""
    province = add_organisation("云山省", OrganisationKind.PROVINCE)
    city = add_organisation("云岭市", OrganisationKind.CITY, province)
    bureau = add_organisation("云岭市人力资源和社会保障局", OrganisationKind.DEPARTMENT, city)
    centre = add_organisation("云岭市就业服务中心", OrganisationKind.UNIT, bureau)
    other_bureau = add_organisation("云岭市水务局", OrganisationKind.DEPARTMENT, city)
    people = _people(
        clerk=("lifang", "李芳", Role.CLERK, centre),
        colleague=("wangmin", "王敏", Role.CLERK, centre),
        head=("zhoujie", "周杰出", Role.HEAD, centre),
        section=("wuhua", "吴花", Role.SECTION, centre),
        reviewer=("zhaoqiang", "赵强", Role.DEPARTMENT_REVIEWER, bureau),
        budget=("sunli", "孙丽", Role.BUDGET_OFFICE, city),
        performance=("chenjing", "陈静", Role.PERFORMANCE_OFFICE, city),
        third_party=("guping", "顾平", Role.THIRD_PARTY, city),
        auditor=("heshen", "何慎", Role.AUDITOR, city),
        stranger=("qianjin", "钱进", Role.CLERK, other_bureau),
        system_admin=("xitong", "席统", Role.SYSTEM_ADMIN, city),
        security_admin=("anquan", "安全", Role.SECURITY_ADMIN, city),
        audit_admin=("shenji", "沈记", Role.AUDIT_ADMIN, city),
    )
    return City(city=city, bureau=bureau, centre=centre, other_bureau=other_bureau, **people)


def _people(**posts: tuple[str, str, Role, Organisation]) -> dict[str, Person]:
    """Return new people in a role each, by two statements: every test begins with them."""
    made = [Person(username=each[0], name=each[1], home=each[3]) for each in posts.values()]
    for each in made:
        each.set_password(PASSWORD)
    Person.objects.bulk_create(made)
    Appointment.objects.bulk_create(
        Appointment(person=each, role=role, organisation=home)
        for each, (_, _, role, home) in zip(made, posts.values(), strict=True)
    )
    return dict(zip(posts, made, strict=True))


def person(username: str, name: str, role: Role, organisation: Organisation) -> Person:
    """Return a new person in a role."""
    made = create_person(username, name, PASSWORD, organisation)
    Appointment.objects.create(person=made, role=role, organisation=organisation)
    return made


def record_at(city: City, step: Step, *, route: str = "common", form: Form = FORM) -> FormRecord:
    """Return 李芳's form as it stands at a step."""
    number = f"YL-2024-{FormRecord.objects.count() + 1:04d}"
    return register(
        form,
        Registration(
            number=number, organisation=city.centre, filler=city.clerk, route=route, step=step
        ),
    )
