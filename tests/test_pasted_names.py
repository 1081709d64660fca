"""Lists of names as people paste them: each is read as the persons that are meant, or is one line with the mend."""

import pytest

from edition.model import Person
from pasted import faults_of_field, source_of

READ = [
    ("Fox, Ann", [Person("Fox", "Ann")]),
    ("Ann Fox and Min Lee", [Person("Fox", "Ann"), Person("Lee", "Min")]),
    ("Fox, Ann AND\n Lee, Min", [Person("Fox", "Ann"), Person("Lee", "Min")]),
    ("Fox, A.B.", [Person("Fox", "A.B.")]),
    ("Amartya Sen and Park Lee, Jun", [Person("Sen", "Amartya"), Person("Park Lee", "Jun")]),
    ("Ana Neto and Dias Neto, Rui", [Person("Neto", "Ana"), Person("Dias Neto", "Rui")]),
    ("Salas Prieto, I. and Ann Xu, X", [Person("Salas Prieto", "I."), Person("Ann Xu", "X")]),
    (r"{S{\'{a}}las Prieto}, V", [Person("Sálas Prieto", "V")]),
    ("{Ministry of Ships and Cranes}", [Person("Ministry of Ships and Cranes")]),
    ("{Ministry of Trade, Industry and Energy}", [Person("Ministry of Trade, Industry and Energy")]),
    (r"{Procter \& Gamble} and Fox, Ann", [Person("Procter & Gamble"), Person("Fox", "Ann")]),
    ("UNESCO", [Person("UNESCO")]),
    ("Press, William H.", [Person("Press", "William H.")]),
    ("van der Berg, Anna", [Person("van der Berg", "Anna", particle="van der")]),
    ("Simone de Beauvoir", [Person("de Beauvoir", "Simone", particle="de")]),
    ("Vallée Poussin, Charles de la", [Person("Vallée Poussin", "Charles de la")]),
    ("García de la Fuente, Ana", [Person("García de la Fuente", "Ana")]),
    ("Ortega y Gasset, José", [Person("Ortega y Gasset", "José")]),
    ("King, Jr., Martin Luther", [Person("King", "Martin Luther", suffix="Jr.")]),
    ("{family=Berg, given=Anna, prefix=van der, useprefix=true}", [Person("van der Berg", "Anna", particle="van der")]),
    ("family=Hakim, given=Tawfiq, prefix=al-", [Person("al-Hakim", "Tawfiq")]),
    ("王伟 and 李, 娜", [Person("王伟"), Person("李", "娜", family_first=True)]),
    ("Malcolm X and hooks, bell", [Person("X", "Malcolm"), Person("hooks", "bell")]),
    (r"M{\"u}ller, J{\"o}rg and {\'E}mile Zola", [Person("Müller", "Jörg"), Person("Zola", "Émile")]),
    (r"Mu{\~n}oz, Jos{\'e} and Pe{\~{n}}a, Ana", [Person("Muñoz", "José"), Person("Peña", "Ana")]),
    ("Dumas, p{\\`e}re, Alexandre", [Person("Dumas", "Alexandre", suffix="père")]),
    ("Fox,~Ann and Lee, Min", [Person("Fox", "Ann"), Person("Lee", "Min")]),
    (r"{\'A}lvarez de Toledo y P{\'e}rez, Jos{\'e}", [Person("Álvarez de Toledo y Pérez", "José")]),
    ("A Fox and Ann FOX", [Person("Fox", "A"), Person("FOX", "Ann")]),
    ("Miliband, Ed", [Person("Miliband", "Ed")]),
    ("樋口, 直人", [Person("樋口", "直人", family_first=True)]),
    ("欧阳, 修文", [Person("欧阳", "修文", family_first=True)]),
    (r"{\O}rsted, Hans and \c{C}elik, {\.I}pek", [Person("Ørsted", "Hans"), Person("Çelik", "İpek")]),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "persons"), READ)
def test_names_are_read_as_those_that_are_meant(typed: str, persons: list[Person]) -> None:
    assert source_of(f"author = {{{typed}}},").persons["author"] == tuple(persons)


@pytest.mark.parametrize(
    "role", ["author", "editor", "translator", "bookauthor", "foreword", "afterword"]
)
def test_each_role_holds_persons(role: str) -> None:
    assert source_of(f"{role} = {{Fox, Ann and others}},").persons[role] == (Person("Fox", "Ann"),)


def test_a_list_that_is_cut_short_says_so_and_names_nobody_for_it() -> None:
    source = source_of("author = {Fox, Ann and others}, editor = {Lee, Min},")
    assert source.persons["author"] == (Person("Fox", "Ann"),) and source.cut_short == {"author"}


def test_a_suffix_stands_after_the_whole_name() -> None:
    (king,) = source_of("author = {King, Jr., Martin Luther},").persons["author"]
    assert (king.name, king.inverted) == ("Martin Luther King Jr.", "King, Martin Luther, Jr.")


def test_a_name_in_chinese_has_no_blank_and_begins_with_the_family_name() -> None:
    assert source_of("author = {王, 伟},").persons["author"][0].name == "王伟"


REFUSED = [
    ("Fox, Ann; Lee, Min", "';' between the names of 'author'; write 'author = {Fox, Ann and Lee, Min}'"),
    ("Ann Fox; Min Lee; Bo Ek et al.", "';' between the names of 'author'; "
     "write 'author = {Ann Fox and Min Lee and Bo Ek and others}'"),
    (r"Fox, Ann \& Lee, Min", r"'\&' between the names of 'author'; write 'author = {Fox, Ann and Lee, Min}', "
     r"or '{{Fox, Ann \& Lee, Min}}' for one institution"),
    ("王伟、李娜", "'、' between the names of 'author'; write 'author = {王伟 and 李娜}'"),
    ("Fox, Ann, Lee, Min", "commas part 'Fox, Ann, Lee, Min' in 'author'; write 'author = {Fox, Ann and Lee, Min}'"),
    ("Ann Fox, Min Lee, Bo Ek", "commas part 'Ann Fox, Min Lee, Bo Ek' in 'author'; "
     "write 'author = {Ann Fox and Min Lee and Bo Ek}'"),
    ("Sherry, John F., Jr.", "commas part 'Sherry, John F., Jr.' in 'author'; "
     "write 'author = {Sherry, Jr., John F.}'"),
    ("Ann Fox, Jr.", "'Ann Fox, Jr.' in 'author' would have 'Jr.' for a given name; write 'author = {Fox, Jr., Ann}'"),
    ("Fox, Ann und Lee, Min", "'Fox, Ann und Lee, Min' in 'author' would be one person; "
     "write 'author = {Fox, Ann and Lee, Min}'"),
    ("Ana Gil y Min Lee", "'Ana Gil y Min Lee' in 'author' would be one person; "
     "write 'author = {Ana Gil and Min Lee}'"),
    ("{Fox, Ann and Lee, Min}", "'{Fox, Ann and Lee, Min}' in 'author' would be one institution; "
     "write 'author = {Fox, Ann and Lee, Min}'"),
    ("Ministry of Ships and Cranes", "'Ministry of Ships' in 'author' would be a person; "
     "write 'author = {{Ministry of Ships} and Cranes}', or '{{Ministry of Ships and Cranes}}' for one institution"),
    ("Universidad de Chile", "'Universidad de Chile' in 'author' would be a person; "
     "write 'author = {{Universidad de Chile}}', and a person's name as 'Fox, Ann'"),
    ("Fox, Ann and World Bank", "'World Bank' in 'author' would be a person; "
     "write 'author = {Fox, Ann and {World Bank}}'"),
    ("Fox, Ann and", "an 'and' in 'author' has no name beside it; write 'author = {Fox, Ann}'"),
    ("Fox, Ann and and Lee, Min",
     "an 'and' in 'author' has no name beside it; write 'author = {Fox, Ann and Lee, Min}'"),
    ("Fox,", "a comma in 'author' has no name beside it; write 'author = {Fox}'"),
    ("Fox, Ann et al.", "'Fox, Ann et al.' in 'author' would be a person; write 'author = {Fox, Ann and others}'"),
    ("Fox, Ann and otros", "'otros' in 'author' would be a person; write 'author = {Fox, Ann and others}'"),
    ("Fox, Ann and others and Lee, Min", "'others' in 'author' would be a person; "
     "write 'author = {Fox, Ann and Lee, Min and others}'"),
    ("others", "'others' in 'author' would be a person; name one person before it"),
    ("Anonymous", "'Anonymous' in 'author' would be a person; "
     "delete 'author', or write '{{Anonymous}}' where the source prints that"),
    ("Fox, Ann (ed.)", "'(ed.)' in 'author' would be a part of the name; "
     "write 'author = {Fox, Ann}', or name another role"),
    ("Fox, Ann1 and Lee, Min2", "'Fox, Ann1' in 'author' holds a figure or mark; "
     "write 'author = {Fox, Ann and Lee, Min}'"),
    ("Fox AB", "'Fox AB' in 'author' would have 'AB' for a family name; write 'author = {Fox, A. B.}'"),
    ("bell hooks", "'bell hooks' in 'author' would have no given name; write 'author = {hooks, bell}'"),
    ("Santiago Ramón y Cajal", "'Santiago Ramón y Cajal' in 'author' would have 'Cajal' alone for a family name; "
     "write 'author = {Ramón y Cajal, Santiago}'"),
    ("王 伟", "'王 伟' in 'author' would have its family name last; write 'author = {王, 伟}'"),
    ("family=Berg, given=Anna, prefix=van der, useprefix=true",
     "'family=Berg, given=Anna, prefix=van der, useprefix=true' in 'author' is more than BibTeX can read; "
     "write 'author = {van der Berg, Anna}'"),
    ("family=Lee, given=Min, suffix=III, useprefix=true and family=Hakim, given=Tawfiq, prefix=al-, useprefix=true",
     "'family=Lee, given=Min, suffix=III, useprefix=true' in 'author' is more than BibTeX can read; "
     "write 'author = {Lee, III, Min and {al-Hakim}, Tawfiq}'"),
    ("Fox, Ann | Lee, Min", "'|' between the names of 'author'; write 'author = {Fox, Ann and Lee, Min}'"),
    ("Crimmins, A., J. Balbus, J.L. Gamble, Eds.", "', Eds.' in 'author' would be a part of the name; "
     "write 'author = {Crimmins, A. and J. Balbus and J.L. Gamble}', or name another role"),
    ("Martin Luther King Jr.", "'Martin Luther King Jr.' in 'author' would have 'Jr.' for a family name; "
     "write 'author = {King, Jr., Martin Luther}'"),
    ("Louis XIV", "'Louis XIV' in 'author' would have 'XIV' for a family name; write 'author = {{Louis XIV}}'"),
    (r"Minist{\'e}rio da Fazenda", r"'Minist{\'e}rio da Fazenda' in 'author' would be a person; "
     r"write 'author = {{Minist{\'e}rio da Fazenda}}', and a person's name as 'Fox, Ann'"),
    ("Chile, Ministerio de Hacienda", "'Chile, Ministerio de Hacienda' in 'author' would be a person; "
     "write 'author = {{Chile, Ministerio de Hacienda}}', and a person's name as 'Fox, Ann'"),
    ("Crane Makers, Inc.", "'Crane Makers, Inc.' in 'author' would be a person; "
     "write 'author = {{Crane Makers, Inc.}}', and a person's name as 'Fox, Ann'"),
    ("Secretaría de Economía (México)", "'Secretaría de Economía (México)' in 'author' would be a person; "
     "write 'author = {{Secretaría de Economía (México)}}', and a person's name as 'Fox, Ann'"),
    ("QCC, Organisation for Quays and Cranes", "'QCC, Organisation for Quays' in 'author' would be a person; "
     "write 'author = {{QCC, Organisation for Quays} and Cranes}', "
     "or '{{QCC, Organisation for Quays and Cranes}}' for one institution"),
    ("Fox, Ann for the WHO", "'for the WHO' in 'author' would be a part of the name; write 'author = {Fox, Ann}'"),
    ("Francis I", "'Francis I' in 'author' would have 'I' for a family name; write 'author = {{Francis I}}'"),
    ("The Economist", "'The Economist' in 'author' would be a person; "
     "write 'author = {{The Economist}}', and a person's name as 'Fox, Ann'"),
    ("Fox, Ann (World Bank)", "'(World Bank)' in 'author' would be a part of the name; write 'author = {Fox, Ann}'"),
    ("Fox, Ann <ann@example.org>", "'<ann@example.org>' in 'author' would be a part of the name; "
     "write 'author = {Fox, Ann}'"),
    ("Li Keqiang 李克强", "'Li Keqiang 李克强' in 'author' would have '李克强' for a family name; "
     "write 'author = {Li Keqiang}', or 'origauthor = {李克强}' beside it"),
    ("王伟, 李娜", "'王伟, 李娜' in 'author' would be one person; write 'author = {王伟 and 李娜}'"),
    ("{Fox, Ann}", "'{Fox, Ann}' in 'author' would be one institution; write 'author = {Fox, Ann}'"),
    ("---", "'---' in 'author' is no name; delete 'author'"),
    ("and", "'and' in 'author' is no name; delete 'author'"),
    ("Smith J.A.", "'Smith J.A.' in 'author' would have 'J.A.' for a family name; write 'author = {Smith, J. A.}'"),
    ("Bingham L. B.", "'Bingham L. B.' in 'author' would have 'B.' for a family name; "
     "write 'author = {Bingham, L. B.}'"),
    ("Smith J, Doe A, Fox B", "commas part 'Smith J, Doe A, Fox B' in 'author'; "
     "write 'author = {Smith, J. and Doe, A. and Fox, B.}'"),
    (r"Tolkien, J.\,R.\,R.", r"'\,' in 'author' would part the name; write 'author = {Tolkien, J. R. R.}'"),
    ("50 Cent", "'50 Cent' in 'author' holds a figure or mark; write 'author = {{50 Cent}}'"),
    ("Doe, Jane • Roe, Richard", "'•' between the names of 'author'; write 'author = {Doe, Jane and Roe, Richard}'"),
    ("Fox, A. (Ed.) and Lee, M. (Ed.)", "'(Ed.)' in 'author' would be a part of the name; "
     "write 'author = {Fox, A. and Lee, M.}', or name another role"),
    ("Condorcet, de, Marquis", "commas part 'Condorcet, de, Marquis' in 'author'; "
     "write 'author = {de Condorcet, Marquis}'"),
    ("Prof. Dr. Hans Schmidt", "'Prof. Dr.' in 'author' would be a part of the name; "
     "write 'author = {Hans Schmidt}'"),
    (r"Fox, \textsc{Ann}", r"the command '\textsc' in 'author'; write the words without it"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "message"), REFUSED)
def test_names_that_would_be_read_as_others_are_one_line_with_the_mend(
    typed: str, message: str
) -> None:
    assert faults_of_field(f"author = {{{typed}}}") == [message]


@pytest.mark.parametrize(
    "name",
    [
        "Kripke, S. A.", "Smith, S.A.", "Visser, B. V.", "Schmidt, A.G.", "Schmidt, E. V.", "Patel, U. K.", "Chen, Co",
        "Costa Sa, Maria", "Maria Sa", "S.A. Kripke",
    ],
)  # fmt: skip
def test_initials_and_short_names_are_no_company(name: str) -> None:
    assert faults_of_field(f"author = {{{name}}}") == []


@pytest.mark.parametrize(
    "name", ["Petrobras S.A.", "Crane Makers, Ltd", "Congress, U.S.", "Banco Azul, S.A."]
)
def test_a_company_without_braces_is_no_person(name: str) -> None:
    (fault,) = faults_of_field(f"author = {{{name}}}")
    assert f"write 'author = {{{{{name}}}}}'" in fault
