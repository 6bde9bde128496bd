"""The words by which page furniture is known. Everything is matched against whole lines."""

import re


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


def phrases(block: str) -> frozenset[str]:
    """The phrases of a block of lines, several of them in a line between bars."""
    return frozenset(phrase.strip() for line in block.strip().splitlines() for phrase in line.split("|"))


NAVIGATION = phrases(
    """
    skip to main content | skip to content | skip navigation | skip to navigation | share | share this
    share this article | share this story | share on facebook | share on twitter | share on x
    share via email | tweet | email | e-mail | print | print this page | copy link | link copied | facebook
    twitter | whatsapp | linkedin | reddit | telegram | instagram | youtube | advertisement | advertisements
    advertising | story continues below advertisement | story continues below | article continues below
    article continues after advertisement | continue reading below | sponsored | published in
    related topics | related topic | tags | topics | keywords | categories | filed under | top of page
    back to top | comments | leave a comment | post a comment | add a comment | show comments | view comments
    no comments | log in | login | sign in | sign up | register | subscribe | subscribe now | menu
    main menu | search | home | contact us | about us | newsletter | newsletters | privacy policy
    terms of use | terms and conditions | cookie policy | close | loading | play | pause | mute | listen
    listen to this article | listen to article | watch live | view gallery | previous | next
    previous article | next article | accept | accept all | accept cookies | reject all | manage cookies
    manage preferences | save | bookmark | save for later | follow us | follow us on | read later | text size
    increase font size | decrease font size | photo gallery | report an error | report a typo
    for immediate release | press release | news release | media release | reprints | rights and permissions
    click to enlarge | enlarge image | full screen | more | view all | see all | show all | show more
    load more | view more | read full story | read the full story | read full article
    continue reading the story | click here | click here to read more | skip ad | skip advertisement
    skip ads | ad | ads | story continues | article continues | ad feedback | remove ads | open in app
    open app | share on whatsapp | share on linkedin | share on reddit | share on telegram
    share on pinterest | share via whatsapp | share by email | share this post | share page | share link
    pin it | pinterest | tumblr | messenger | flipboard | viber | wechat | gift this article
    give this article | print article | print this article | print this story | print friendly
    email this article | email this story | email this page | e-mail this article | e-mail this story
    email to a friend | e-mail to a friend | send to a friend | comment | join the conversation
    join the discussion | leave a reply | reply | report comment | report abuse | add your comment
    cancel reply | post comment | submit comment | write a comment | view all comments | load more comments
    see all comments | hide comments | sort by | newest | oldest | most liked | upvote | downvote
    my account | my profile | sign out | log out | logout | subscriptions | subscribe today | subscribe here
    become a member | become a subscriber | support us | donate | donate now | e-paper | epaper
    today’s paper | today's paper | sitemap | site map | site index | faq | faqs | careers | work with us
    advertise | advertise with us | terms | terms of service | terms & conditions | privacy | privacy notice
    privacy settings | cookies | cookie settings | cookie notice | cookie preferences | manage your cookies
    do not sell my information | accessibility | accessibility help | accessibility statement | rss
    rss feed | rss feeds | mobile app | download app | download the app | our apps | toggle navigation
    toggle menu | open menu | close menu | expand | collapse | next story | previous story | next post
    previous post | next page | previous page | copyright | disclaimer | editorial policy | code of ethics
    corrections | press room | media kit | listen now | watch now | live blog | skip to footer
    skip to search | enlarge | expand image | view image | image caption | media caption | image source
    watch the video | watch video | play video | video player | email address | enter your email | your email
    your email address | submit | sign me up | thank you for subscribing | remind me later | no thanks
    not now | dismiss | allow | deny | got it | ok, got it | i agree | i accept | agree | live | live updates
    breaking | key events | show key events only | post navigation | like this | like loading
    view this post on instagram | getty images | istock | shutterstock | file photo | file image
    representational image | representative image | uncategorized | uncategorised | continue reading
    posted in | in this article | topics in this article | more options | language | change language
    select language | weather | text size a a a | a- a a+ | zoom
    """
)
"""Lines in lower case, without the punctuation at their ends."""

HEADINGS = r"""
    top\ (?:stories|news|headlines) | local\ spotlight | (?:more\ )?headlines | breaking\ news
    | related(?:\ (?:links?|stories|story|articles?|news|content|coverage|posts?|reading|videos?))?
    | more\ (?:stories|news|headlines|coverage|articles|videos) | more\ (?:from|in|on|about)\ [^.!?]{2,40}
    | most\ (?:read|popular|viewed|shared|recent) | trending(?:\ (?:now|stories|news|today))?
    | recommended(?:\ (?:for\ you|stories|reading|articles|videos))?
    | popular(?:\ (?:stories|now|articles|posts))?
    | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in|have\ missed)
    | don[’']?t\ miss | editor[’']?s[’']?\ (?:picks?|choice) | latest(?:\ (?:news|stories|headlines|articles))
    | in\ other\ news | also\ in\ the\ news | what\ to\ read\ next | what\ others\ are\ reading
    | (?:around|from)\ the\ web | about\ the\ authors?
    | sponsored\ links? | (?:ads?|recommended|sponsored\ links?|you\ may\ like)\ by\ \w+
    | from\ our\ (?:partners|sponsors) | (?:promoted|sponsored|partner)\ (?:stories|content|links|posts)
    | other\ (?:news|stories|articles|top\ stories) | today[’']s\ top\ stories | our\ picks | up\ next
    | (?:similar|suggested|other|featured)\ (?:stories|articles|reading|posts|news) | must[\ -]reads?
    | next\ up
    | subscriber[\ -]only(?:\ stories)?(?:\s?view\ all)?
    | in\ case\ you\ missed\ it | (?:more|explore|discover)\ (?:for\ you|to\ explore|to\ read|more)
    | (?:most|recently)\ (?:commented|discussed|watched|emailed|e-mailed|searched)
    | stories\ (?:for\ you|you\ may\ like|you\ might\ like) | from\ the\ archives?
    | readers\ (?:also\ (?:like|read)|are\ reading) | people\ also\ read | more\ reading | hot\ topics
    | you\ (?:may|might)\ also\ enjoy
    | (?:news|local|world|business|sports?|opinion|politics)\ (?:headlines|spotlight|highlights)
"""
"""Headings under which a page shows other stories (a verbose pattern, case ignored)."""

PAGE_HEADINGS = r"""
    top\ (?:stories|news|headlines) | local\ spotlight | (?:more\ )?headlines | breaking\ news
    | most\ (?:read|popular|viewed|shared|recent) | trending(?:\ (?:now|stories|news|today))?
    | latest\ (?:news|stories|headlines|articles) | in\ other\ news | today[’']s\ top\ stories
    | people\ also\ read | subscriber[\ -]only(?:\ stories)?(?:\s?view\ all)?
    | most\ (?:commented|discussed|watched|emailed|e-mailed|searched) | must[\ -]reads?
    | (?:local|world|national)\ (?:headlines|spotlight|highlights)
"""
"""Those of them that stand beside any story of a site, whatever it is about."""

BOX_HEADINGS = re.compile(
    r"(?i)also (?:read|see)|(?:read|see|watch) (?:next|more|also)|keep reading"
    r"|related(?: (?:story|stories|articles?|news|reading))?"
)
"""Of boxes inside a story, which hold links and no sentences."""

END_HEADINGS = re.compile(
    r"""(?ix) notes?\ (?:to|for)\ (?:the\ )?(?:editors?|press|media|journalists)
    | background\ for\ editors | -+\ ?ends?\ ?-+ | ends | -\ ?30\ ?-
    """
)
"""Of what follows a text and is not of it, to the end of the page."""
NOTE_HEADINGS = re.compile(r"(?i)(?:editors?[’']?s?|editorial) notes?")
"""Of a single paragraph by the editors."""
APPENDED_HEADINGS = re.compile(
    r"""(?ix) (?:editors?[’']?s?|editorial)\ notes?
    | (?:\d+\.?\ )?(?:selected\ |list\ of\ )?(?:references|bibliography|works\ cited|endnotes|footnotes)
    | further\ reading
    | (?:(?:press|media|news)\ )?(?:contacts?|enquiries|inquiries)(?:\ (?:details|information|persons?))?
    | (?:for\ )?(?:further|more|media|press)\ (?:information|details|enquiries|inquiries)
      (?:,?\ (?:please\ )?(?:contact|call|e-?mail))?
    """
)
"""Of what is added to a text: its sources, whom to ask, a note. A report may go on below it."""
ENTRY = re.compile(
    r"""(?ix) \A(?:[\[(]?\d{1,3}[\]).]|[•*–—-])\s?\S | https?:// | www\. | \bdoi\b | \S@\S | \bet\ al\b
    | \b(?:pp?|vol|no|eds?)\.\ ?\d | \((?:19|20)\d\d[a-z]?\) | [.,]\ (?:19|20)\d\d[a-z]?(?:[.,:;]|\Z)
    | \b(?:isbn|ibid|accessed|retrieved)\b | \d[\d\ ()/-]{8,}\d | \b(?:contact|e-?mail)(?:\s?:|\s(?-i:[A-Z]))
    """
)
"""What sources and addresses hold: a number before them, a year, a page, an address, a telephone."""

SITE = (
    r"(?:[A-Z0-9][\w&'’-]*\.[a-z]{2,12}(?:\.[a-z]{2})?"
    r"|[A-Z][\w.&'’ -]{1,30})"
)
"""A site's own name before a heading: a domain, or a few capitalised words."""

NOTICES = re.compile(
    r"""(?ix) \W* (?:
    (?:this|our)\ (?:web)?site\ uses\ cookies | we\ use\ cookies
    | by\ (?:clicking|continuing|using|signing)\b.{0,80}\b(?:agree|accept|consent)
    | subscribe\ (?:now\ |free\ |today\ )*(?:to|for|and)\b
    | (?:click\ here\ to\ |please\ )(?:subscribe|sign\ up|register|log\ in|donate)
    | sign\ up\ (?:now\ |today\ |here\ )*(?:for|to)\b.{0,80}\b(?:newsletters?|emails?|alerts?|inbox|updates)
    | get\ (?:the|our|all)\b.{0,80}\b(?:newsletters?|in\ your\ inbox|to\ your\ inbox)
    | .{0,60}\bdelivered\ (?:straight\ |directly\ |right\ )?to\ your\ inbox
    | (?:all\ content\ |content\ )?(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:19|20)\d\d
    | all\ rights\ reserved
    | (?:all\ content\ )?© | (?:copyright|\(c\))\ .{2,60}\ (?:19|20)\d\d\Z
    | listen\ to\ (?:this|the)\ (?:story|article|news|podcast)\b[^.!?]{0,40}\Z
    | \d{1,2}\ min(?:ute)?s?\ read | (?:estimated\ )?reading\ time
    | (?:follow|like|join)\ .{1,40}\ on\ (?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin)
      (?:(?:,|\ and|,\ and|\ or|\ &)\ \w+)*\W*\Z
    | this\ (?:article|story|piece|report)\ (?:was|is)\ (?:first\ |originally\ )?published\ (?:in|by|on)\s
    | download\ (?:the|our)\ .{0,30}\bapp\b
    | (?:read|see|watch|listen)(?:\ (?:now|here|live))?\s*[:|»>]\s
    | have\ (?:a\ tip|you\ got\ a\ story) | report\ (?:a|an)\ (?:typo|error)\b
    | we\ value\ your\ privacy | we\ and\ our\ \d*\s?partners\b | this\ (?:web)?site\ is\ protected\ by
    | get\ (?:breaking\ )?(?:news|alerts|updates)\ (?:on|via|in|to)\ your\b | never\ miss\ a\ (?:story|beat)\b
    | stay\ (?:informed|connected|up\ to\ date|ahead)\b.{0,80}\b
      (?:newsletter|subscri\w+|follow|sign\ up|inbox|app)\b
    | join\ (?:the\ |our\ )?(?:[\d,.]+\ |thousands\ of\ )?.{0,40}\b
      (?:telegram|whatsapp|newsletter|mailing\ list)\b
    | already\ a\ (?:subscriber|member)\b | not\ a\ (?:subscriber|member)\ yet\b
    | (?:to\ )?(?:continue|keep)\ reading\b.{0,60}\b(?:subscri\w+|register|log\ in|sign\ in)\b
    | you\ have\ (?:\w+\ ){1,3}free\ articles?\b
    | this\ (?:article|content|story)\ is\ for\ (?:subscribers|members)\b
    | support\ (?:our|independent)\ journalism\b | enter\ your\ e-?mail\b
    | (?:your\ )?e-?mail\ address\ will\ not\ be\ published | required\ fields\ are\ marked
    | follow\ us\b.{0,80}\Z | find\ us\ on\b | download\ .{0,40}\b(?:app\ store|google\ play)\b
    | (?:this|the)\ (?:story|article|report|copy)\ (?:has|was)\ (?:not\ )?(?:been\ )?
      (?:edited|published|generated)\ (?:from|by)\ .{0,60}\b(?:feed|staff|agency|syndicated)\b
    | \(?(?:except\ for\ the\ headline|this\ is\ an\ unedited)\b
    | copyright\ (?:©\ )?.{2,60}\.\ (?:all\ rights|distributed|reproduced)\b
    | click\ to\ (?:share|print|e-?mail|tweet|enlarge|expand)\b | .{0,80}\(opens\ in\ (?:a\ )?new\ window\)
    | (?:please\ )?(?:turn\ on|enable)\ javascript\b | javascript\ (?:is|must\ be|seems\ to\ be)\b
    | your\ browser\ (?:does\ not|doesn[’']t)\ support\b | this\ (?:web)?site\ uses\ \w+\ to\ reduce\ spam
    | save\ my\ name,\ e-?mail | notify\ me\ of\ (?:new|follow)
    | the\ post\ .{3,160}\ (?:appeared\ first|first\ appeared)\ on\b
    | catch\ (?:all\ )?the\ (?:latest|breaking|live)\b | stay\ tuned\ (?:to|for)\b
    | for\ (?:more|all\ the)\ (?:such\ |latest\ |breaking\ )*(?:news|stories|updates)\b.{0,80}\b
      (?:visit|follow|download|click|log\ on|subscribe|stay)\b
    | a\ version\ of\ this\ (?:article|story|piece)\b
    | to\ contact\ the\ (?:reporter|author|editor|writer)s?\b
    | posted\ in:?\ \S+(?:\ \S+){0,3}\Z
    | (?:advert\w*|ads?)\W+(?:story|article|scroll|continue|keep|remove|1|2)\b
    | (?:story|article|content|post)\ (?:continues|resumes)\ (?:below|after)\b
    | scroll\ (?:down\ )?to\ continue\b
    | (?:what\ do\ you\ think\?\ |please\ )?
      (?:let\ us\ know|tell\ us|share\ your\ (?:thoughts|views|opinions?))\ .{0,40}\bcomments?\b
    | powered\ by\ \S+(?:\ \S+)?\Z | hosted\ by\ \S+\Z
    | this\ material\ may\ not\ be\ (?:published|reproduced)
    )
    """
)
"""Beginnings of notices that a page puts into a text: cookies, newsletters, rights, sharing, links."""
NOTICE_TAILS = re.compile(
    r"(?i)(?:(?:\A|[.!?:,|–—>]\s*|\b(?:please|and|you can) )"
    r"(?:sign up|subscribe|register|read more|find out more|learn more|donate|log in|follow)"
    r" (?:here|now|below|today)|\b(?:click|tap) (?:here|below))[.!»>]*\Z"
)
"""Ends of the same; what somebody told others to do ("asked them to register now") is none."""
LINK_LEADS = re.compile(
    r"""(?ix) [\W_]* (?:
    (?:(?:also|must)\ (?:read|see|watch|check)|(?:read|see|watch)\ (?:more|also|next|full\ story)
    |related(?:\ (?:story|stories|articles?|news|coverage|reading|links?))?|recommended|don[’']t\ miss|icymi
    |you\ (?:may|might)\ (?:also\ )?like|in\ case\ you\ missed\ it|from\ the\ archives?|suggested|trending
    |editor[’']?s[’']?\ (?:pick|choice)|next\ (?:read|story|article)|previous\ (?:story|article)
    |read\ the\ full\ story
    |(?:read|see)\ (?:more\ )?(?:here|on\ this)|continue\ reading)\s*(?:[:|»>]|[-–—]{1,2}\s)\s*\S
    | (?-i:(?:ALSO\ READ|READ\ ALSO|READ\ MORE|SEE\ ALSO|MUST\ READ|RELATED)\s+(?=[^\n]*[a-z]))
    | (?-i:Also\ Read|Read\ Also|Must\ Read)\s{2,}\S
    )
    """
)
"""Beginnings of lines that link to another story; its headline, which may quote somebody, follows."""
SHARE_WORDS = _words(
    """
    share tweet email e-mail print facebook twitter x whatsapp linkedin telegram reddit pinterest copy link
    save messenger flipboard tumblr instagram youtube comment comments like likes shares bookmark listen
    follow us on sms gift app rss line viber wechat threads bluesky mastodon tiktok subscribe
    """
)
"""Buttons that stand side by side on a page."""
NOTES = re.compile(
    r"(?i)[\[(*_]*(?:(?:editors?[’']?s?|editorial|publisher[’']?s) note|notes? to (?:editors|readers)"
    r"|correction|clarification|disclaimer)s?\s*[:–—]\s*\S"
)
"""Beginnings of paragraphs in which the editors speak about the text."""
NOTES_MAX = 900
"""A longer paragraph is no such note, in characters."""

CONTACTS = re.compile(
    r"""(?ix) \W* (?:
    (?:(?:press|media|news)\ )?(?:contacts?|enquiries|inquiries|office)(?:\ (?:person|details))?\s*:
    | for\ (?:further|more|media|press)\ (?:information|details|enquiries|inquiries)
      (?:\ (?:about|on)\ .{1,60}?)?(?:,?\ (?:please\ )?(?:contact|call|e-?mail|visit)\b|:)
    | (?:e-?mail|phone|tel(?:ephone)?|fax|mobile|cell)\.?\s*: | (?:tel|fax)\.?\ \+?\d
    | (?:\+|\(?0)[\d\s()/-]{7,24}\Z | [\w.+-]+@[\w.-]+\.\w{2,}\Z
    )
    """
)
"""Lines that say how to reach whoever sent a press release."""
NOTICE_MAX = 220
"""A longer line is no notice, in characters."""

TITLE_WORDS = _words(
    """
    President Prime Minister Foreign Secretary General Chairman Chairwoman Chief Deputy Vice Senior
    Senator Representative Governor Mayor Ambassador Spokesman Spokeswoman Spokesperson Doctor Professor
    Judge Justice Police Government Ministry Parliament Congress Senate House Court Party State National
    International Federal Council Committee Department University Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday January February March April May June July August September October November
    December North South East West Northern Southern Eastern Western Central News Street Road City
    County Province Group Company Inc Ltd The
    """
)
"""Capitalised words that two stories share without having to do with each other."""

FUNCTION_WORDS = _words(
    """
    the a an of to in and is was were are be been for that with on as by at from it its this these has
    have had he she they we you i not but or which who will would can could should their his her our
    than then there
    """
)
"""Words that join others into sentences."""

AGENCIES = {
    "AP": r"AP|(?:The )?Associated Press",
    "AFP": r"AFP|Agence France[- ]Presse",
    "Reuters": r"Reuters|REUTERS",
    "Xinhua": r"Xinhua(?: News Agency)?",
    "TASS": r"TASS|Itar-Tass",
    "Interfax": r"Interfax",
    "dpa": r"dpa|DPA",
    "EFE": r"EFE",
    "ANSA": r"ANSA",
    "Kyodo": r"Kyodo(?: News)?",
    "Yonhap": r"Yonhap(?: News Agency)?",
    "UPI": r"UPI",
    "IPS": r"IPS",
    "PTI": r"PTI",
    "ANI": r"ANI",
    "IANS": r"IANS",
    "Bernama": r"Bernama|BERNAMA",
    "Anadolu": r"Anadolu(?: Agency)?|AA",
    "The Canadian Press": r"(?:The )?Canadian Press|THE CANADIAN PRESS",
}
"""News agencies by the name we give, and the forms in which texts credit them."""

ORGANISATION = re.compile(
    r"\b(?:Institute|Institution|Centre|Center|Foundation|Council|Society|University|Association|Observatory"
    r"|Forum|Academy|Agency|Network|Press|Review|Journal|Post|Times|News|Herald|Tribune|Gazette)\b"
)
