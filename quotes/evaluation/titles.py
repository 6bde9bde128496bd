"""The words that the comparison of names passes over.

They are part of the measure, so they stand apart from the parser's word lists: what the parser learns
must not move what it is measured by.
"""

PRONOUNS = frozenset(
    "i we you he she they it him her them us me his their its himself herself itself myself ourselves "
    "themselves who whom which that this these those one everyone someone others".split()
)
ARTICLES = frozenset("a an the his her its our their some mr mrs".split())
SMALL_WORDS = ARTICLES | frozenset("and for in of on to".split())
AFTER_NAMES = frozenset("jr sr ii iii iv phd md mp mep qc kc esq cbe obe".split())

_COURTESY = """mr mrs ms miss mx madam madame monsieur senor señor don doña herr frau sir dame lord lady hon
    honorable honourable majesty highness excellency hajji haji datuk dato tan sri tun shri smt begum"""
_LEARNED = "dr prof professor engr engineer barrister barr dean analyst economist"
_CLERGY = """rev reverend pope cardinal archbishop bishop father fr brother sister pastor rabbi imam ayatollah
    mullah"""
_ROYALTY = "king queen prince princess sheikh sheikha tsar czar"
_RANKS = """general gen lieutenant lt colonel col major maj captain capt sergeant sgt cpl admiral adm
    brigadier brig commander cmdr marshal inspector superintendent supt constable officer chief sheriff
    detective det"""
_OFFICES = """president vice pm premier prime minister deputy secretary chancellor governor gov mayor
    councillor cllr ambassador amb attorney judge justice senator sen representative rep congressman
    congresswoman mp mep speaker leader chair chairman chairwoman chairperson director ceo coach
    spokesman spokeswoman spokesperson adviser advisor"""
_DEPARTMENTS = "foreign defence defense interior finance health education state"
_AROUND = "former ex acting then first senior the a an his her its u.s us uk"
TITLES = frozenset(
    " ".join((_COURTESY, _LEARNED, _CLERGY, _ROYALTY, _RANKS, _OFFICES, _DEPARTMENTS, _AROUND)).split()
)
