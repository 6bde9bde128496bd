CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES ('0002');
CREATE TABLE documents (
	id TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	name TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	encoding TEXT NOT NULL, 
	lang TEXT, 
	title TEXT, 
	title_evidence TEXT, 
	author TEXT, 
	author_evidence TEXT, 
	publisher TEXT, 
	publisher_evidence TEXT, 
	agency TEXT, 
	agency_evidence TEXT, 
	dateline TEXT, 
	dateline_evidence TEXT, 
	url TEXT, 
	url_evidence TEXT, 
	published TEXT, 
	published_precision TEXT, 
	published_evidence TEXT, 
	published_candidates JSON NOT NULL, 
	retrieved TEXT, 
	repairs JSON NOT NULL, 
	blocks JSON NOT NULL, 
	warnings JSON NOT NULL, 
	text TEXT NOT NULL, 
	offsets JSON, 
	CONSTRAINT pk_documents PRIMARY KEY (id), 
	CONSTRAINT uq_documents_sha256 UNIQUE (sha256)
);
INSERT INTO "documents" VALUES ('dyvfrtd6zrc', 'ac419208fe9003e256547909b0b0064650187482f32ae2a6dee58aecc0b42f66', 'harbour.txt', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[]', NULL, '[]', '[["body", 0, 35, 0, 35, null, null, null], ["body", 36, 127, 36, 127, null, null, null], ["body", 128, 189, 128, 189, null, null, null], ["body", 190, 221, 190, 221, null, null, null]]', '[]', 'Harbour dues to rise, minister says
PORT ELLEN - Ostrava has a “no-limits” friendship with the isles, Mara Venn told reporters.
“We don’t pay twice,” she said, “and the cafés won’t either.”
The Foreign Ministry denied it.', '[[0, 221, 0, 221]]');
INSERT INTO "documents" VALUES ('dkavbwj4jaz', 'fa38518919418153a96847fc7187db2ab9a3c5badb5dcfc395073e4dd8fcb999', 'wire.txt', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2024-03-05', 'day', 'the dateline', '[["2024-03-05", "day", "the dateline", null]]', NULL, '[]', '[["body", 0, 186, 0, 186, null, null, null], ["body", 187, 380, 187, 380, null, null, null], ["body", 381, 549, 381, 549, null, null, null], ["body", 550, 584, 550, 584, null, null, null]]', '[]', 'The ferries of the Republic of Ostrava will stop at night from June, the Harbour Board said on Tuesday, after three winters in which fewer than forty people a night crossed to the isles.
“We will not sign a paper that nobody has read,” Mara Venn, who chairs the board, told the press in the customs hall, where crews had waited since dawn. She said the last boat would go at nine.
Tomas Reyk, who speaks for the crews, called the plan a “floating bottleneck” and promised to take it to court. The union has four hundred members on the northern line.
“Nobody asked the isles,” he said.', '[[0, 584, 0, 584]]');
INSERT INTO "documents" VALUES ('dl7w5k43c22', '90894a838aa20a45a609e01b365d5a00c6a5ff9df28a5b17c0461055e32c1726', 'post.txt', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, 'Post', 'the first line', NULL, NULL, NULL, NULL, NULL, NULL, '2024-03-06', 'day', 'the dateline', '[["2024-03-06", "day", "the dateline", null]]', NULL, '[]', '[["body", 0, 186, 0, 186, null, null, null], ["body", 187, 395, 187, 395, null, null, null], ["body", 396, 569, 396, 569, null, null, null], ["body", 570, 604, 570, 604, null, null, null]]', '[]', 'The ferries of the Republic of Ostrava will stop at night from June, the Harbour Board said on Tuesday, after three winters in which fewer than forty people a night crossed to the isles.
“We will not sign a paper that nobody has read,” Mara Venn, who chairs the board, told the press in the customs hall, where crews had waited from the early morning on. She said the last boat would go at nine.
Tomas Reyk, who speaks for the crews, called the plan a “floating bottleneck” and promised to take it to the courts. The union has four hundred members on the northern line.
“Nobody asked the isles,” he said.', '[[0, 604, 0, 604]]');
INSERT INTO "documents" VALUES ('dp5o5k2tz2o', '76106beb1473d12b0fe371e793924242e496960844286db6b129feb9e5ac9519', 'talks.html', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, 'The Harbour Post', 'the first line', NULL, NULL, NULL, NULL, 'https://harbourpost.example/talks', 'the address', '2024-03-05', 'day', 'the dateline', '[["2024-03-05", "day", "the dateline", null]]', '2024-03-07T10:00:00+00:00', '[]', '[["body", 0, 19, 0, 19, null, null, null], ["body", 21, 179, 21, 179, null, null, null]]', '[]', 'Talks at Port Ellen

“We 🚢 will talk,” Minister Joren Kell and Mara Venn said together on March 5. Mr Kell, a spokesman for the Republic of Ostrava, denied that cafés would close.', '[[0, 179, 0, 179]]');
INSERT INTO "documents" VALUES ('daume7dk4ki', '000b6f4d295037760461cb2b920d8c7c85e38bf07ce1c351f72ef86342fcef3a', 'talks.html', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, 'The Harbour Post', 'the first line', NULL, NULL, NULL, NULL, 'https://harbourpost.example/talks', 'the address', '2024-03-05', 'day', 'the dateline', '[["2024-03-05", "day", "the dateline", null]]', '2024-03-06T10:00:00+00:00', '[]', '[["body", 0, 19, 0, 19, null, null, null], ["body", 21, 196, 21, 196, null, null, null]]', '[]', 'Talks at Port Ellen

“We 🚢 will talk,” Minister Joren Kell and Mara Venn said together on March 5. Mr Kell, a spokesman for the Republic of Ostrava, denied that cafés would close. Nobody was hurt.', '[[0, 196, 0, 196]]');
CREATE TABLE speakers (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	type TEXT, 
	link TEXT, 
	CONSTRAINT pk_speakers PRIMARY KEY (id), 
	CONSTRAINT uq_speakers_link UNIQUE (link)
);
INSERT INTO "speakers" VALUES ('sgedf5hu6t5', 'Foreign Ministry', 'organization', NULL);
INSERT INTO "speakers" VALUES ('sknp2a3vioy', 'Tomas Reyk', 'person', NULL);
INSERT INTO "speakers" VALUES ('s6h52kzqsa3', 'Joren Kell and Mara Venn', 'group', NULL);
INSERT INTO "speakers" VALUES ('s2nov6vyr3q', 'Joren Kell and Mara Venn', 'group', NULL);
INSERT INTO "speakers" VALUES ('stjv3oyr5ll', 'Joren Kell', 'person', NULL);
INSERT INTO "speakers" VALUES ('sneuhlbsfmd', 'Oren Tollan-Brisk', 'person', NULL);
INSERT INTO "speakers" VALUES ('s2k7awii3kw', 'Mara Venn', 'person', NULL);
CREATE TABLE originals (
	document_id TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	compressed BLOB NOT NULL, 
	CONSTRAINT pk_originals PRIMARY KEY (document_id), 
	CONSTRAINT fk_originals_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
INSERT INTO "originals" VALUES ('dyvfrtd6zrc', 238, X'789C2D8FC16DC2501044EFAE620A30EE82880384284270DEF0977825B3DFDA5D62F9E63690A000EA4827AE241F94F3CCBCA759917DE58B215DD8111926CE35CEA2E2C106A7D1AB8FEDE70ECBF57AF98E05B61E463F84961C8479BA695E747296F079BAE364C29ABC951E83448B6819E21D7B8D0D1961CFAA45D32518F7D98AC29BAA400E8C94759EAE819E46C42047AE9F402F002749F553459A5EC4239D7E1F8EE17FC1C5C4D6947AB52BE95B36966FC5E675C2462456E10489E60FD71A5BAE');
INSERT INTO "originals" VALUES ('dkavbwj4jaz', 605, X'789C35514B6EDC300CDDCF297800C387C8AA2890044807ED9AB6E8B1609934483ACEEC7290F47239492979BA1325F17D8FACD4FB875FAE33C144AA990C64028FF18DB67D2879ACF3ABB9E23BC2914B0173D9001D38DF66874965859F3B53D7B67EA00EB22B3C096A02C39C4018AE3B59C27B073839697C54A200E3180C32C331E7710E01477B448649D4EFB0916C85001F54A38A1925706954D90A597FF9FEFCFA43A7321607CB378E8D0DB7132B74CA20E90E331A2861EABE3FFFC2332AC26F62EE825B609C3187928A3A54E1E1454A6AF3A6644D631DC63DCCAF1658A5D44DD2B8533AEA4D8203B3873CCB3C12243CB8875FB1D442A8DB05CD2BBEC3217BC0DFE48C91A9BF5C650D7D6F745F4E45B6112E567338892B490763F0D24357C1EA33DC4F252033DF02DABD10D3B8548BC829C4CB9AFF47864B64E6F5384643DE432D7DE71CFDD46CA65ADBBC73D2F8BFD23AD46EE4F4CD51479865284D6C90BE9CA1A22D0F3DAD8D96EDC372FF0F6C88DCF3');
INSERT INTO "originals" VALUES ('dl7w5k43c22', 625, X'789C3592418E9D300C86F7EF143E00E2105D5595DA4AD3A7766D887944041BD9A694DD1C64E67273923AE1CDD221F1FFF9339B98F7FECF6FF7996022D54C06328147F942DB3E943CD6FAA7B9E25F84239702E6B2013A707ECC0E93CA0ADF76A6AEBDFA8A3AC8AEF045501318E604C270DFC9129E1DE0E4A4715189A219476190198E398F73001CED23324CA27EC246B215027C468D2A6694C0A545652B64FDEDE3F5ED0F5D642C0E961F1C2F36DCAE5EC12983A413663450C2D47DBCBEC3775484DFC4DC45B6C038630E92DA75A8E0318B94D4EA4DC91A632DC63D865F2D7A95525F92C699D2514F121C983DF09A917A9B50CB09AB28677E84861E7EC56973523F1734AF710E87EC91F690CB2A537FBBCB1AB82F742E17A06D848B552D1747CDEC600C0C7A6216AC63878CA944CB1A38887B21A671A91323A79845D6FC69109750E89F32C7589A5B0FF547D839C7CEAAAFA9AE72DE39693C5A691DEABEE472C1B1A210C0501A7124FFB844A32D4FA8B6A1E6FB3977FF1F217DE463');
INSERT INTO "originals" VALUES ('dp5o5k2tz2o', 198, X'789C1DCEC109C2501004D07BAA9802426E96E045098A889ED764633EAEBBF2FF46AFD6218AE0CD3AECC40A2CC1AFB781790CE324BB54F5BE9762F98B20C7DCA2632CC25A14EFF375CDF8DC2F0F9C82083CA3F27DBEA10E1A9273C4C4222BA69C4BD2163545C28A559128B470DBB2F79999FEAAA6C7A8421DFFBE04211D6CC7694F8ACE22B2C4820FC3464203EB304B1EE948255AD6C079ADCFF71AEA5ECF84930DD2A2114B5C7D018418489E');
INSERT INTO "originals" VALUES ('daume7dk4ki', 215, X'789C1DCEC14DC3401005D0BBABF80558BE51021790012104E78977CCAE32998976C658DC52471484C48D3AE8241550021B6E5FFA4F5F3F48B63EE4D849F77489A0C083D5C0B5086BD79D0FA717C6EFE7F10B6B114134D49F0F1F188B160FAEB8B1CA8A5B6E2569C24895F0CCAA702A0961AF1CB931D34B35655C0D18EBBFEF41F0BD6DD977A498ADA2493CF27ED948996033EE3D2ABD518FC45AB8ADE5766FA2F9E7DBB1DA22099398F3803BDB587AC74A8EBCD418FE008BE84EA5');
CREATE TABLE aliases (
	member_id TEXT NOT NULL, 
	form TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	is_mention BOOLEAN NOT NULL, 
	uses INTEGER NOT NULL, 
	CONSTRAINT pk_aliases PRIMARY KEY (member_id, form), 
	CONSTRAINT fk_aliases_member_id_speaker_members FOREIGN KEY(member_id) REFERENCES speaker_members (id) ON DELETE CASCADE
);
INSERT INTO "aliases" VALUES ('seoitwtlhwp', 'Mara Venn', ' mara venn', 0, 1);
INSERT INTO "aliases" VALUES ('snyzq3nk3j4', 'Tomas Reyk', ' tomas reyk', 0, 2);
INSERT INTO "aliases" VALUES ('sknp2a3vioy', 'Tomas Reyk', ' tomas reyk', 0, 2);
INSERT INTO "aliases" VALUES ('sl6rylssoxf', 'Mara Venn', ' mara venn', 0, 1);
INSERT INTO "aliases" VALUES ('s6h52kzqsa3', 'Joren Kell and Mara Venn', ' joren kell and mara venn', 0, 1);
INSERT INTO "aliases" VALUES ('semoc3ronpu', 'Mara Venn', ' mara venn', 0, 1);
INSERT INTO "aliases" VALUES ('stp743j2mjj', 'Joren Kell', ' joren kell', 0, 2);
INSERT INTO "aliases" VALUES ('s2nov6vyr3q', 'Joren Kell and Mara Venn', ' joren kell and mara venn', 0, 1);
INSERT INTO "aliases" VALUES ('sqskomn5br7', 'Mara Venn', ' mara venn', 0, 1);
INSERT INTO "aliases" VALUES ('stjv3oyr5ll', 'Joren Kell', ' joren kell', 0, 2);
INSERT INTO "aliases" VALUES ('sgedf5hu6t5', 'Foreign Ministry', ' foreign ministry', 0, 1);
INSERT INTO "aliases" VALUES ('sn3yksen7xz', 'Mara Venn', ' mara venn', 0, 2);
INSERT INTO "aliases" VALUES ('sneuhlbsfmd', 'Oren Tollan', ' oren tollan', 0, 1);
CREATE TABLE statements (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	document_id TEXT NOT NULL, 
	member_id TEXT, 
	kind TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	context_start INTEGER NOT NULL, 
	context_end INTEGER NOT NULL, 
	source_start INTEGER, 
	source_end INTEGER, 
	speaker TEXT, 
	speaker_type TEXT, 
	unknown TEXT, 
	mention TEXT, 
	mention_start INTEGER, 
	mention_end INTEGER, 
	mention_source_start INTEGER, 
	mention_source_end INTEGER, 
	cue TEXT, 
	cue_start INTEGER, 
	cue_end INTEGER, 
	said_on TEXT, 
	said_evidence TEXT, 
	addressee TEXT, 
	via TEXT, 
	implicit BOOLEAN NOT NULL, 
	utterance TEXT, 
	nested_in TEXT, 
	depth INTEGER NOT NULL, 
	confidence DOUBLE, claim TEXT, stance TEXT, stance_evidence TEXT, alterations JSON, translated_start INTEGER, translated_end INTEGER, translated_source_start INTEGER, translated_source_end INTEGER, 
	CONSTRAINT pk_statements PRIMARY KEY (number), 
	CONSTRAINT fk_statements_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	CONSTRAINT fk_statements_member_id_speaker_members FOREIGN KEY(member_id) REFERENCES speaker_members (id), 
	CONSTRAINT fk_statements_nested_in_statements FOREIGN KEY(nested_in) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_statements_utterance_statements FOREIGN KEY(utterance) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_statements_id UNIQUE (id)
);
INSERT INTO "statements" VALUES (1, 'qlmpfi4sokq', 'dyvfrtd6zrc', 'sn3yksen7xz', 'partial', 64, 73, 36, 127, 64, 73, 'Mara Venn', 'person', NULL, 'Mara Venn', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (2, 'qkxdvvd2w5z', 'dyvfrtd6zrc', 'sn3yksen7xz', 'direct', 129, 148, 128, 189, 129, 148, 'Mara Venn', 'person', NULL, 'she', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2023-03-14', NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (3, 'q4ak6zn7zat', 'dyvfrtd6zrc', 'sneuhlbsfmd', 'direct', 161, 188, 128, 189, 161, 188, 'Oren Tollan', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2023-03', 'set by Ada', NULL, NULL, 0, 'qkxdvvd2w5z', NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (4, 'qzfgq3r3iny', 'dyvfrtd6zrc', 'sn3yksen7xz', 'indirect', 49, 100, 36, 127, 49, 100, 'Mara Venn', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (5, 'qb5dryh7f5y', 'dyvfrtd6zrc', 'sgedf5hu6t5', 'indirect', 211, 220, 190, 221, 211, 220, 'Foreign Ministry', 'organization', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (6, 'qsyudibrihb', 'dkavbwj4jaz', 'seoitwtlhwp', 'direct', 188, 234, 187, 380, 188, 234, 'Mara Venn', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (7, 'qkt74vxitec', 'dkavbwj4jaz', 'snyzq3nk3j4', 'direct', 438, 457, 381, 549, 438, 457, 'Tomas Reyk', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (8, 'qecp5n5issw', 'dkavbwj4jaz', 'snyzq3nk3j4', 'direct', 551, 574, 550, 584, 551, 574, 'Tomas Reyk', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (9, 'qkvtdakgiwo', 'dl7w5k43c22', 'sl6rylssoxf', 'direct', 188, 234, 187, 395, 188, 234, 'Mara Venn', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (10, 'qsmgf3lmeyl', 'dl7w5k43c22', 'sknp2a3vioy', 'direct', 453, 472, 396, 569, 453, 472, 'Tomas Reyk', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (11, 'qxfkc4vhc74', 'dl7w5k43c22', 'sknp2a3vioy', 'direct', 571, 594, 570, 604, 571, 594, 'Tomas Reyk', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (12, 'qz7ki7h3ui6', 'dp5o5k2tz2o', 's6h52kzqsa3', 'direct', 22, 37, 21, 179, 22, 37, 'Joren Kell and Mara Venn', 'group', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (13, 'qlfst2ka7xo', 'dp5o5k2tz2o', 'stp743j2mjj', 'indirect', 161, 178, 21, 179, 161, 178, 'Joren Kell', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (14, 'qca53ahyrie', 'daume7dk4ki', 's2nov6vyr3q', 'direct', 22, 37, 21, 196, 22, 37, 'Joren Kell and Mara Venn', 'group', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (15, 'qlrax3lil4c', 'daume7dk4ki', 'stjv3oyr5ll', 'indirect', 161, 178, 21, 196, 161, 178, 'Joren Kell', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL);
CREATE TABLE statement_inside (
	claim_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	quote_id TEXT NOT NULL, 
	CONSTRAINT pk_statement_inside PRIMARY KEY (claim_id, position), 
	CONSTRAINT fk_statement_inside_claim_id_statements FOREIGN KEY(claim_id) REFERENCES statements (id) ON DELETE CASCADE, 
	CONSTRAINT fk_statement_inside_quote_id_statements FOREIGN KEY(quote_id) REFERENCES statements (id) ON DELETE CASCADE
);
INSERT INTO "statement_inside" VALUES ('qzfgq3r3iny', 0, 'qlmpfi4sokq');
CREATE VIRTUAL TABLE statement_words USING fts5(text, context, content='', tokenize='unicode61 remove_diacritics 0');
CREATE TABLE "speaker_members" (
	id TEXT NOT NULL, 
	document_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	type TEXT, 
	speaker_id TEXT NOT NULL, 
	CONSTRAINT pk_speaker_members PRIMARY KEY (id), 
	CONSTRAINT fk_speaker_members_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	CONSTRAINT fk_speaker_members_speaker_id_speakers FOREIGN KEY(speaker_id) REFERENCES speakers (id) ON UPDATE CASCADE
);
INSERT INTO "speaker_members" VALUES ('sgedf5hu6t5', 'dyvfrtd6zrc', 'foreign ministry', 'organization', 'sgedf5hu6t5');
INSERT INTO "speaker_members" VALUES ('sn3yksen7xz', 'dyvfrtd6zrc', 'mara venn', 'person', 's2k7awii3kw');
INSERT INTO "speaker_members" VALUES ('seoitwtlhwp', 'dkavbwj4jaz', 'mara venn', 'person', 's2k7awii3kw');
INSERT INTO "speaker_members" VALUES ('snyzq3nk3j4', 'dkavbwj4jaz', 'tomas reyk', 'person', 'sknp2a3vioy');
INSERT INTO "speaker_members" VALUES ('sknp2a3vioy', 'dl7w5k43c22', 'tomas reyk', 'person', 'sknp2a3vioy');
INSERT INTO "speaker_members" VALUES ('sl6rylssoxf', 'dl7w5k43c22', 'mara venn', 'person', 's2k7awii3kw');
INSERT INTO "speaker_members" VALUES ('s6h52kzqsa3', 'dp5o5k2tz2o', 'joren kell and mara venn', 'group', 's6h52kzqsa3');
INSERT INTO "speaker_members" VALUES ('semoc3ronpu', 'dp5o5k2tz2o', 'mara venn', 'person', 's2k7awii3kw');
INSERT INTO "speaker_members" VALUES ('stp743j2mjj', 'dp5o5k2tz2o', 'joren kell', 'person', 'stjv3oyr5ll');
INSERT INTO "speaker_members" VALUES ('s2nov6vyr3q', 'daume7dk4ki', 'joren kell and mara venn', 'group', 's2nov6vyr3q');
INSERT INTO "speaker_members" VALUES ('sqskomn5br7', 'daume7dk4ki', 'mara venn', 'person', 's2k7awii3kw');
INSERT INTO "speaker_members" VALUES ('stjv3oyr5ll', 'daume7dk4ki', 'joren kell', 'person', 'stjv3oyr5ll');
INSERT INTO "speaker_members" VALUES ('sneuhlbsfmd', 'dyvfrtd6zrc', 'oren tollan', 'person', 'sneuhlbsfmd');
CREATE INDEX ix_statements_document_id_start ON statements (document_id, start);
CREATE INDEX ix_statements_member_id ON statements (member_id);
CREATE INDEX ix_statements_nested_in ON statements (nested_in);
CREATE INDEX ix_statements_utterance ON statements (utterance);
CREATE INDEX ix_statement_inside_quote_id ON statement_inside (quote_id);
CREATE INDEX ix_speaker_members_document_id ON speaker_members (document_id);
CREATE INDEX ix_speaker_members_speaker_id ON speaker_members (speaker_id);
