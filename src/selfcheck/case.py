"""What a person tells us: one Case, validated here and nowhere else.

None means "not answered yet", which differs from the answer "unsure". The models are
frozen: a changed answer makes a new case. Custom error types (`impossible_date`,
`unshowable_text` and so on) are codes; `casefile` turns them into sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool
from pydantic_core import PydanticCustomError

MAX_INCIDENTS = 2_000
MAX_REPORTS = 20
MAX_TEXT = 4_000
MAX_LABEL = 80


class Applicant(StrEnum):
    SELF = "self"
    ON_BEHALF = "on_behalf"
    BUSINESS_OR_GROUP = "business_or_group"


class Nation(StrEnum):
    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


class YesNo(StrEnum):
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Kind(StrEnum):
    INTIMIDATING_BEHAVIOUR = "intimidating_behaviour"
    VIOLENCE_OR_THREATS = "violence_or_threats"
    ABUSIVE_LANGUAGE = "abusive_language"
    MALICIOUS_COMMUNICATIONS = "malicious_communications"
    STALKING = "stalking"
    HATE_INCIDENT = "hate_incident"
    BEGGING = "begging"
    HOAX_CALLS = "hoax_calls"
    BULLYING = "bullying"
    OTHER_ASB = "other_asb"


class FromWhom(StrEnum):
    ONE_PERSON = "one_person"
    ONE_GROUP = "one_group"
    DIFFERENT_PEOPLE = "different_people"
    UNKNOWN = "unknown"


class Relationship(StrEnum):
    NEIGHBOUR = "neighbour"
    PARTNER_OR_EX = "partner_or_ex"
    FAMILY = "family"
    FRIEND_OR_ACQUAINTANCE = "friend_or_acquaintance"
    COLLEAGUE = "colleague"
    PUPIL_OR_STUDENT = "pupil_or_student"
    STRANGER = "stranger"
    UNKNOWN = "unknown"


class StalkingAct(StrEnum):
    """The examples in section 2A(3) of the Protection from Harassment Act 1997."""

    FOLLOWING = "following"
    CONTACTING = "contacting"
    PUBLISHING = "publishing"
    MONITORING = "monitoring"
    LOITERING = "loitering"
    INTERFERING_WITH_PROPERTY = "interfering_with_property"
    WATCHING_OR_SPYING = "watching_or_spying"


class Characteristic(StrEnum):
    RACE = "race"
    RELIGION = "religion"
    GENDER = "gender"
    SEXUAL_ORIENTATION = "sexual_orientation"
    AGE = "age"
    DISABILITY = "disability"
    TRANSGENDER_IDENTITY = "transgender_identity"
    OTHER = "other"


class SchoolOrWork(StrEnum):
    SCHOOL = "school"
    WORK = "work"
    NO = "no"
    UNSURE = "unsure"


class Harm(StrEnum):
    SLEEP_OR_HEALTH = "sleep_or_health"
    FEAR_AT_HOME = "fear_at_home"
    CHANGED_ROUTINE = "changed_routine"
    WORK_OR_SCHOOL = "work_or_school"
    MONEY_OR_PROPERTY = "money_or_property"
    THOUGHTS_OF_SELF_HARM = "thoughts_of_self_harm"
    OTHER = "other"


class Response(StrEnum):
    NONE = "none"
    NOT_ENOUGH = "not_enough"
    DEALT_WITH = "dealt_with"
    TOO_EARLY = "too_early"
    UNSURE = "unsure"


class Home(StrEnum):
    COUNCIL_TENANT = "council_tenant"
    HOUSING_ASSOCIATION_TENANT = "housing_association_tenant"
    PRIVATE_TENANT = "private_tenant"
    OWNER = "owner"
    OTHER = "other"


class Body(StrEnum):
    """Who a report was made to."""

    POLICE = "police"
    COUNCIL = "council"
    SOCIAL_LANDLORD = "social_landlord"
    HEALTH_SERVICE = "health_service"
    PRIVATE_LANDLORD = "private_landlord"
    SCHOOL = "school"
    EMPLOYER = "employer"
    ONLINE_PLATFORM = "online_platform"
    OTHER = "other"


class ReportedBy(StrEnum):
    ME = "me"
    HOUSEHOLD = "household"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_IDENTIFIER = re.compile(r"[A-Za-z0-9_-]{1,40}")
_AREA_CODE = re.compile(r"(?:E0[6-9]|W06)\d{6}")
# Tabs and line breaks are ordinary; other control characters and lone surrogates
# cannot be printed, saved as UTF-8 or put into a letter.
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
EARLIEST_DAY = date(1900, 1, 1)


def _day(value: Any) -> date:
    """Return a day given as YYYY-MM-DD; refuse any other shape and impossible dates."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _ISO_DAY.fullmatch(value):
        raise PydanticCustomError("not_a_date", "not a date")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("impossible_date", "no such date") from None
    if day < EARLIEST_DAY:
        raise PydanticCustomError("too_long_ago", "before 1900")
    return day


def _matching(pattern: re.Pattern[str], code: Literal["not_a_time", "bad_id", "bad_area"]) -> Any:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise PydanticCustomError(code, "wrong shape")
        return value

    return AfterValidator(check)


def _showable(value: str) -> str:
    if _UNSHOWABLE.search(value):
        raise PydanticCustomError("unshowable_text", "control characters")
    return value


Day = Annotated[date, BeforeValidator(_day)]
ClockTime = Annotated[str, _matching(_CLOCK_TIME, "not_a_time")]
Identifier = Annotated[str, _matching(_IDENTIFIER, "bad_id")]
AreaCode = Annotated[str, _matching(_AREA_CODE, "bad_area")]
Text = Annotated[str, Field(max_length=MAX_TEXT), AfterValidator(_showable)]
Label = Annotated[str, Field(max_length=MAX_LABEL), AfterValidator(_showable)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Answers(_Part):
    """The answers to the questions; None where not answered yet."""

    immediate_danger: YesNo | None = None
    kinds: tuple[Kind, ...] | None = None
    unwanted: YesNo | None = None
    repeated: YesNo | None = None
    from_whom: FromWhom | None = None
    relationship: Relationship | None = None
    two_sided: YesNo | None = None
    threats_or_demands: YesNo | None = None
    reasonable_purpose: YesNo | None = None
    obsessive_attention: YesNo | None = None
    stalking_acts: tuple[StalkingAct, ...] | None = None
    fear_of_violence: YesNo | None = None
    targeted: YesNo | None = None
    targeted_because_of: tuple[Characteristic, ...] | None = None
    bullying: YesNo | None = None
    online: YesNo | None = None
    school_or_work: SchoolOrWork | None = None
    distress: YesNo | None = None
    still_happening: YesNo | None = None
    harm: tuple[Harm, ...] | None = None
    vulnerable: YesNo | None = None
    response: Response | None = None
    home: Home | None = None
    case_closed: YesNo | None = None


class Report(_Part):
    """One occasion on which somebody told a body: the Act's "complaint"."""

    id: Identifier
    date: Day
    to: Body
    by: ReportedBy = ReportedBy.ME
    person: Label | None = None
    reference: Label | None = None
    response: Text | None = None


class Incident(_Part):
    """One thing that happened, on one day."""

    id: Identifier
    date: Day
    time: ClockTime | None = None
    approximate: StrictBool = False
    kinds: tuple[Kind, ...] = ()
    targeted: YesNo | None = None
    what_happened: Text | None = None
    where: Text | None = None
    effect: Text | None = None
    evidence: Text | None = None
    witnesses: Text | None = None
    reports: Annotated[tuple[Report, ...], Field(max_length=MAX_REPORTS)] = ()


class Case(_Part):
    """Everything one person has told us; the only thing ever saved or opened."""

    format: Literal["selfcheck-case"] = "selfcheck-case"
    version: Literal[1] = 1
    reference: Label | None = None
    applicant: Applicant | None = None
    consent: YesNo | None = None
    nation: Nation | None = None
    area: AreaCode | None = None
    answers: Answers = Answers()
    incidents: Annotated[tuple[Incident, ...], Field(max_length=MAX_INCIDENTS)] = ()
    adviser_notes: Text | None = None

    @property
    def on_behalf(self) -> bool:
        """Say whether somebody fills it in for another person."""
        return self.applicant is Applicant.ON_BEHALF

    def reports(self) -> Iterator[tuple[Incident, Report]]:
        """Yield each report with the incident it tells of, in the diary's order."""
        for incident in self.incidents:
            for report in incident.reports:
                yield incident, report

    def as_it_stood_on(self, day: date) -> Case:
        """Return this case with the incidents and reports up to `day`, which is included."""
        if all(i.date <= day and all(r.date <= day for r in i.reports) for i in self.incidents):
            return self
        known = tuple(
            incident.model_copy(
                update={"reports": tuple(r for r in incident.reports if r.date <= day)}
            )
            for incident in self.incidents
            if incident.date <= day
        )
        return self.model_copy(update={"incidents": known})
