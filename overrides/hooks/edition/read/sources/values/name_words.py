"""Words by which a list of names is known not to be one: of institutions, of roles, of no author at all."""

import re

INSTITUTIONS = re.compile(
    r"""(?ix)\b(?:
    academ(?:y|ia|ie)|agenc(?:y|ia|e)|agentur|amt|assembl(?:y|eia|ée)|asamblea|associa(?:tion|tions|ção)|asociación
    |auswärtiges|authorit(?:y|ies)|autoridad|ban(?:k|co|que)|board|bundes\w+|bureau|cent(?:er|re|ro)|chamber|cámara
    |comisión|comissão|comité|comitê|commission|committee|company|compañía|confederation|confederación|conference
    |congress|congreso|consortium|consorcio|conseil|consejo|conselho|corporation|corp|corps|council|court|department
    |departamento|département|direcc?ión|directorate|embassy|embajada|federación|federation|federação|forum
    |foundation|fundación|fundação|fondation|fondo|fund|gesellschaft|gmbh|gobierno|governo|government|gouvernement
    |group|grupo|inc|initiative|institut|institute|instituto|institution|institutions|kommission|laboratory
    |laboratories|league|library|ltd|llc|ministerio|ministério|ministerium|ministère|ministry|museum|museo|museu
    |naciones|nations|network|observatory|observatorio|office|oficina|organi[sz]ation|organización|organização
    |organisations|parliament|parlamento|parlement|partnership|press|program|programa|programme|project|proyecto
    |republic|república|school|secretaría|secretariat|secretaria|senate|senado|service|servicio|society
    |sociedad|sociedade|société|staff|statistics|stiftung|taskforce|team|union|unión|união|univ\.?|universidad
    |amnesty|corte|cour|court|tribunal|daily|news|times|herald|gazette|technologies|contributors|editors|watch
    |united|nación|universidade|universität|université|university|universities|verband|verein|working
    )\b|委员会|大学|研究院|研究所|办公室|公司|政府|银行|协会|学会|出版社|中心|课题组|编辑部|[部局署厅院会社]$"""
)
"""Words that stand in names of institutions, in the languages of sources."""
STARTS = re.compile(r"(?:The|El|La|Los|Las|Le|Les|Der|Die|Das) [A-ZÀ-Þ]")
"""How the names of newspapers and offices begin, and persons' do not, unless a comma stands in them."""
COMPANIES = re.compile(r"(?:Inc|Ltd|LLC|GmbH|plc|PLC|Corp)\.?|USA?|UK|UN|EU")
"""What stands behind the comma of an institution, and is no given name."""
LETTERS_OF_STATES = re.compile(
    r"U\.\s?[SKN]\.?(?:\s?A\.?)?|E\.\s?U\.?|(?:S\.\s?A|B\.\s?V|A\.\s?G)\.?|AG|SE|KG|Co\.?"
)
"""What stands there as well, and may be the initials of a person."""
COMPANY_AT_END = re.compile(r"\s(?:S\.\s?A\.?|e\.\s?V\.?|N\.\s?V\.?|B\.\s?V\.?|SpA|S\.p\.A\.)$")
"""The end of a company's name that has no comma."""
LINKING = re.compile(r"\s(?:of|for|the|on|in|für|des|pour|para|to|at|der\s+\w+\s+und|zur|per)\s")
"""Words that join others in the name of an institution, and never stand in a person's."""
OTHERS = re.compile(
    r"(?i)(?:^|[\s,]+)(?:(?:and|&|e|y|et|und)\s+)?"
    r"(?:et\.?\s*al\b\.?|al\b\.|otros|otras|outros|outras|autres|u\.\s*a\.|andere|colleagues|co-workers)\s*$|^other$|等\s*$"
)
"""What says, in other words than BibTeX's, that others follow."""
ANONYMOUS = re.compile(
    r"(?i)\W*(?:anonymous|anonymus|anon|anónimo|anônimo|anonyme|n\.\s*n|unknown|[佚无匿]名)\W*"
)
AND = re.compile(r"\s(?i:und|y|e|et|con|mit|avec|with|和|与|及)\s")
"""'And' in the languages of sources."""
ROLE = re.compile(
    r"(?i)(?:[(\[]\s*(?:eds?|hrsg|hg|coords?|comps?|orgs?|dir|trans|tr|übers|trad|主编|编|译)\.?\s*[)\]]"
    r"|,\s*(?:(?:ed|hrsg|hg|coord|comp|org|dir|trans|übers|trad)\.|(?:eds|editors?|coords|comps|orgs)\.?))\s*$"
)
"""A role that stands with a name."""
SUFFIXES = re.compile(
    r"(?i)(?:jr|sr|jun|sen|junior|senior|filho|neto|sobrinho|hijo|fils|père|[ivx]+|[1-9](?:st|nd|rd|th)|ph\.?\s*d|m\.?d|esq)\.?"
)
"""What stands after the family name and belongs to the whole name."""
INITIALS = re.compile(
    r"([A-ZÀ-Þ]\w*[a-zß-ÿ].*?)\s((?![IVX]+$)[A-ZÀ-Þ]{1,2}|[B-DF-HJ-NP-TV-Z]{3}|(?:[A-ZÀ-Þ]\.[\s-]?){1,4})"
)
"""A name with its initials last and no comma, as medical journals print it."""
SURNAMES = """
王李张张劉刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊
金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文楼齐朴祁
""".strip()
"""The first character of most Chinese names."""
HAN = re.compile(r"[\u3400-\u9fff]")
