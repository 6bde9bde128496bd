"""Invented pages around a story: what stands above it, below it and between its paragraphs."""

ABOVE = {
    "nothing": "",
    "links to skip by": "Skip to main content\n\nSkip to footer\n\nShare\n",
    "menu in a line": (
        "The Harbour Post\n\nHome | News | Business | Sport | Culture | Opinion\n\nLog in\n\nSubscribe\n"
    ),
    "menu in lines": (
        "Toggle navigation\nHome\nNews\nWorld\nPolitics\nBusiness\nSport\nCulture\nOpinion\nWeather\n"
        "Video\nLog in\n"
    ),
    "trail of sections": (
        "Home > News > Local\n\nHome / News / Local\n\nListen to this article\n\n4 min read\n"
    ),
    "bar of buttons": (
        "Share Tweet Email Print\n\nFacebook Twitter WhatsApp LinkedIn Copy link\n\n12 Shares\n\nSave\n"
    ),
    "cookies": (
        "We value your privacy\n\n"
        "We and our 214 partners store cookies on your device to show you the tide.\n\n"
        "Accept all\nReject all\nManage preferences\n"
    ),
    "ticker and account": (
        "Today’s paper\n\nE-Paper\n\nMy account\n\nBREAKING: Gale warning for the outer islands\n\n"
        "Subscribe now\n"
    ),
    "player": "Listen to this story · 5 min\n\nYour browser does not support the audio element.\n\nPlay\n",
    "time of a live page": "LIVE\n\nUpdated 3 hours ago\n\n10:42 GMT\n\nAdvertisement\n",
}

BELOW = {
    "nothing": "",
    "top stories": (
        "Top Stories\n\nOrchard growers count losses after late frost\n"
        "Growers in the Lower Vale said that half of the plums were gone.\n\n"
        "Museum clock is back on its tower\n"
        "The clock “never felt like ours without its bell”, a verger told the crowd.\n"
    ),
    "related headlines": (
        "Related stories\n\nTram depot plan is shelved by council\n\nFerry crews vote on pay offer\n\n"
        "Bakers win an island prize\n"
    ),
    "related teasers": (
        "Related articles\n\nTram depot plan is shelved by council\n"
        "The depot would have cost nine million crowns.\n\n"
        "Ferry crews vote on pay offer\n“It is a start,” a deckhand said of the offer.\n\n"
        "Bakers win an island prize\nThe loaf had apricots in it.\n"
    ),
    "bare headlines": (
        "Tram depot plan is shelved by council\nFerry crews vote on pay offer\nBakers win an island prize\n"
        "Choir sings for its supper at winter fair\nCow freed from a bathtub in Lower Fen\n"
    ),
    "newsletter": (
        "Sign up for our morning newsletter and get the tide in your inbox every day.\n\nEmail address\n\n"
        "Sign me up\n\n"
        "Never miss a story: the week in boats, every Friday. Sign up here.\n"
    ),
    "comments": (
        "3 Comments\n\nSort by\n\nNewest\n\ngullwatcher22\n2 hours ago\n"
        "“They should have asked the gulls,” I say.\n"
        "Reply\n\nOld Salt\n3 hours ago\nThis is what happens when nobody reads the tide tables.\nReply\n\n"
        "Leave a comment\n"
    ),
    "tags and sharing": (
        "Tags: harbour, quay, storm\n\n#harbour #quay\n\nShare this article\n\nFollow us on Facebook\n"
    ),
    "rights": (
        "© 2031 The Harbour Post. All rights reserved.\n\nPrivacy policy\n\nTerms of use\n\nContact us\n"
    ),
    "credits": (
        "With inputs from agencies\n\n(Reporting by Orla Finch; editing by Lena Okoro)\n\n"
        "The views expressed in this article are the author’s own.\n"
    ),
    "footer in lines": "About us\nCareers\nAdvertise\nNewsletters\nPrivacy\nTerms\nCookies\nSite map\nRSS\n",
    "blog": (
        "Share this:\n\nClick to share on Twitter (Opens in new window)\n\nLike this:\n\nLike Loading...\n\n"
        "Posted in News\n\nPost navigation\n\n← Previous Post\n\nNext Post →\n\nLeave a Reply\n\n"
        "Your email address will not be published. Required fields are marked *\n\n"
        "Save my name, email, and website in this browser for the next time I comment.\n"
    ),
    "feed": "The post Quay stays closed appeared first on The Harbour Post.\n",
    "list of topics": "Topics\n\nOstrava\nNorthern quay\nMara Venn\nStorms and tides\n",
    "asking for more": (
        "What do you think? Let us know in the comments.\n\nJoin our WhatsApp channel\n\n"
        "Catch all the latest news from the islands here.\n\n"
        "For more such stories, visit harbourpost.example\n"
    ),
    "bios": (
        "*Orla Finch is a fellow of the Lamp Policy Institute\n\nFollow her on Twitter at @orlafinch\n\n"
        "To contact the reporter on this story: Orla Finch in Lunne at orla@harbour.example\n"
    ),
    "sponsors": (
        "Recommended by Outlook\n\nThe one boat shoe that doctors in Lunne hate\n\nAds by Tideline\n\n"
        "You may like\n\nForty photographs of harbours you will not believe\n"
    ),
    "most read": (
        "Most read\n\n1\n\nWhy the keeper of the old lighthouse stays\n\n2\n\nPlum jam is scarce this year\n"
    ),
}

INSIDE = {
    "nothing": (),
    "advertisements": ("Advertisement", "Story continues below advertisement", "SKIP ADVERTISEMENT", "Ad"),
    "links": (
        "Also Read: Ferry crews vote on pay offer",
        "READ MORE: “It is a start,” says deckhand of pay offer",
        "ALSO READ  Bakers win an island prize",
        "Watch: Choir sings for its supper",
        "Related: Tram depot plan is shelved",
    ),
    "newsletters": ("Sign up for our morning newsletter", "Get breaking news on your phone. Tap here."),
    "sharing": ("Share", "Tweet", "Share this article", "14 comments"),
    "players": (
        "Play video",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Article continues after this ad",
        "Enlarge",
    ),
    "scripts": (
        "Please turn on JavaScript to use this feature",
        "View this post on Instagram",
        "Getty Images",
    ),
    "boxes": ("The Harbour Channel\n\nMore>>",),
}


def wrapped(story: str, above: str, below: str, inside: tuple[str, ...], every: int = 2) -> str:
    """The story with a page around it, and one of the lines `inside` after `every` so many paragraphs."""
    parts: list[str] = []
    for number, paragraph in enumerate(story.strip().split("\n\n"), 1):
        parts.append(paragraph)
        if inside and number % every == 0:
            parts.append(inside[number // every % len(inside)])
    return f"{above}\n" + "\n\n".join(parts) + f"\n\n{below}"
