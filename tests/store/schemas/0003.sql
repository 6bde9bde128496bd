CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES ('0003');
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
	offsets JSON, place TEXT, retrieved_evidence TEXT, encoding_evidence TEXT, published_confidence DOUBLE, pages JSON DEFAULT '[]' NOT NULL, processing JSON DEFAULT '[]' NOT NULL, number INTEGER DEFAULT '0' NOT NULL, text_key TEXT, copy_of TEXT, similarity DOUBLE, version_of TEXT, 
	CONSTRAINT pk_documents PRIMARY KEY (id), 
	CONSTRAINT uq_documents_sha256 UNIQUE (sha256)
);
INSERT INTO "documents" VALUES ('dyvfrtd6zrc', 'ac419208fe9003e256547909b0b0064650187482f32ae2a6dee58aecc0b42f66', 'harbour.txt', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[]', NULL, '[]', '[["body", 0, 35, 0, 35, null, null, null], ["body", 36, 127, 36, 127, null, null, null], ["body", 128, 189, 128, 189, null, null, null], ["body", 190, 221, 190, 221, null, null, null]]', '[]', 'Harbour dues to rise, minister says
PORT ELLEN - Ostrava has a “no-limits” friendship with the isles, Mara Venn told reporters.
“We don’t pay twice,” she said, “and the cafés won’t either.”
The Foreign Ministry denied it.', '[[0, 221, 0, 221]]', NULL, NULL, NULL, NULL, '[]', '[]', 1, '4c4c494513d254b6ce18daff3aa935f2655252e275bbd7769f98d98fe8ae1e37', NULL, NULL, NULL);
INSERT INTO "documents" VALUES ('dkavbwj4jaz', 'fa38518919418153a96847fc7187db2ab9a3c5badb5dcfc395073e4dd8fcb999', 'wire.txt', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2024-03-05', 'day', 'the dateline', '[["2024-03-05", "day", "the dateline", null]]', NULL, '[]', '[["body", 0, 186, 0, 186, null, null, null], ["body", 187, 380, 187, 380, null, null, null], ["body", 381, 549, 381, 549, null, null, null], ["body", 550, 584, 550, 584, null, null, null]]', '[]', 'The ferries of the Republic of Ostrava will stop at night from June, the Harbour Board said on Tuesday, after three winters in which fewer than forty people a night crossed to the isles.
“We will not sign a paper that nobody has read,” Mara Venn, who chairs the board, told the press in the customs hall, where crews had waited since dawn. She said the last boat would go at nine.
Tomas Reyk, who speaks for the crews, called the plan a “floating bottleneck” and promised to take it to court. The union has four hundred members on the northern line.
“Nobody asked the isles,” he said.', '[[0, 584, 0, 584]]', '/press/wire.txt', NULL, NULL, NULL, '[]', '[]', 2, '76e18f1efe20b501863ef7f0317519e9d8842d7f2db34db8231c067e0f666be8', NULL, NULL, NULL);
INSERT INTO "documents" VALUES ('dl7w5k43c22', '90894a838aa20a45a609e01b365d5a00c6a5ff9df28a5b17c0461055e32c1726', 'post.txt', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, 'Post', 'the first line', NULL, NULL, NULL, NULL, NULL, NULL, '2024-03-06', 'day', 'the dateline', '[["2024-03-06", "day", "the dateline", null]]', NULL, '[]', '[["body", 0, 186, 0, 186, null, null, null], ["body", 187, 395, 187, 395, null, null, null], ["body", 396, 569, 396, 569, null, null, null], ["body", 570, 604, 570, 604, null, null, null]]', '[]', 'The ferries of the Republic of Ostrava will stop at night from June, the Harbour Board said on Tuesday, after three winters in which fewer than forty people a night crossed to the isles.
“We will not sign a paper that nobody has read,” Mara Venn, who chairs the board, told the press in the customs hall, where crews had waited from the early morning on. She said the last boat would go at nine.
Tomas Reyk, who speaks for the crews, called the plan a “floating bottleneck” and promised to take it to the courts. The union has four hundred members on the northern line.
“Nobody asked the isles,” he said.', '[[0, 604, 0, 604]]', '/press/post.txt', NULL, NULL, NULL, '[]', '[]', 3, '063d3799b1428ac5a36731ad54bc7a7cb5c6435fb0d620f86dbac4f039dab6a4', 'dkavbwj4jaz', 9.72222222222222209886e-01, NULL);
INSERT INTO "documents" VALUES ('dp5o5k2tz2o', '76106beb1473d12b0fe371e793924242e496960844286db6b129feb9e5ac9519', 'talks.html', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, 'The Harbour Post', 'the first line', NULL, NULL, NULL, NULL, 'https://harbourpost.example/talks', 'the address', '2024-03-05', 'day', 'the dateline', '[["2024-03-05", "day", "the dateline", null]]', '2024-03-07T10:00:00+00:00', '[]', '[["body", 0, 19, 0, 19, null, null, null], ["body", 21, 179, 21, 179, null, null, null]]', '[]', 'Talks at Port Ellen

“We 🚢 will talk,” Minister Joren Kell and Mara Venn said together on March 5. Mr Kell, a spokesman for the Republic of Ostrava, denied that cafés would close.', '[[0, 179, 0, 179]]', 'https://harbourpost.example/talks', 'the fetch', NULL, NULL, '[]', '[]', 4, 'd14edc065c3a98f35e539a697ee1a521709b09f9f925b32eef58a3be24048fca', NULL, NULL, NULL);
INSERT INTO "documents" VALUES ('daume7dk4ki', '000b6f4d295037760461cb2b920d8c7c85e38bf07ce1c351f72ef86342fcef3a', 'talks.html', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, 'The Harbour Post', 'the first line', NULL, NULL, NULL, NULL, 'https://harbourpost.example/talks', 'the address', '2024-03-05', 'day', 'the dateline', '[["2024-03-05", "day", "the dateline", null]]', '2024-03-06T10:00:00+00:00', '[]', '[["body", 0, 19, 0, 19, null, null, null], ["body", 21, 196, 21, 196, null, null, null]]', '[]', 'Talks at Port Ellen

“We 🚢 will talk,” Minister Joren Kell and Mara Venn said together on March 5. Mr Kell, a spokesman for the Republic of Ostrava, denied that cafés would close. Nobody was hurt.', '[[0, 196, 0, 196]]', 'https://harbourpost.example/talks', 'the fetch', NULL, NULL, '[]', '[]', 5, '52c52ad140706219590d7ac38d9cef25a066b1ecb8f059621a968697cd4360c3', NULL, NULL, 'dp5o5k2tz2o');
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
	confidence DOUBLE, claim TEXT, stance TEXT, stance_evidence TEXT, alterations JSON, translated_start INTEGER, translated_end INTEGER, translated_source_start INTEGER, translated_source_end INTEGER, copy_of TEXT, 
	CONSTRAINT pk_statements PRIMARY KEY (number), 
	CONSTRAINT fk_statements_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	CONSTRAINT fk_statements_member_id_speaker_members FOREIGN KEY(member_id) REFERENCES speaker_members (id), 
	CONSTRAINT fk_statements_nested_in_statements FOREIGN KEY(nested_in) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_statements_utterance_statements FOREIGN KEY(utterance) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_statements_id UNIQUE (id)
);
INSERT INTO "statements" VALUES (1, 'qlmpfi4sokq', 'dyvfrtd6zrc', 'sn3yksen7xz', 'partial', 64, 73, 36, 127, 64, 73, 'Mara Venn', 'person', NULL, 'Mara Venn', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (2, 'qkxdvvd2w5z', 'dyvfrtd6zrc', 'sn3yksen7xz', 'direct', 129, 148, 128, 189, 129, 148, 'Mara Venn', 'person', NULL, 'she', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2023-03-14', NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (3, 'q4ak6zn7zat', 'dyvfrtd6zrc', 'sneuhlbsfmd', 'direct', 161, 188, 128, 189, 161, 188, 'Oren Tollan', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2023-03', 'set by Ada', NULL, NULL, 0, 'qkxdvvd2w5z', NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (4, 'qzfgq3r3iny', 'dyvfrtd6zrc', 'sn3yksen7xz', 'indirect', 49, 100, 36, 127, 49, 100, 'Mara Venn', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (5, 'qb5dryh7f5y', 'dyvfrtd6zrc', 'sgedf5hu6t5', 'indirect', 211, 220, 190, 221, 211, 220, 'Foreign Ministry', 'organization', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (6, 'qsyudibrihb', 'dkavbwj4jaz', 'seoitwtlhwp', 'direct', 188, 234, 187, 380, 188, 234, 'Mara Venn', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (7, 'qkt74vxitec', 'dkavbwj4jaz', 'snyzq3nk3j4', 'direct', 438, 457, 381, 549, 438, 457, 'Tomas Reyk', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (8, 'qecp5n5issw', 'dkavbwj4jaz', 'snyzq3nk3j4', 'direct', 551, 574, 550, 584, 551, 574, 'Tomas Reyk', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (9, 'qkvtdakgiwo', 'dl7w5k43c22', 'sl6rylssoxf', 'direct', 188, 234, 187, 395, 188, 234, 'Mara Venn', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, 'qsyudibrihb');
INSERT INTO "statements" VALUES (10, 'qsmgf3lmeyl', 'dl7w5k43c22', 'sknp2a3vioy', 'direct', 453, 472, 396, 569, 453, 472, 'Tomas Reyk', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, 'qkt74vxitec');
INSERT INTO "statements" VALUES (11, 'qxfkc4vhc74', 'dl7w5k43c22', 'sknp2a3vioy', 'direct', 571, 594, 570, 604, 571, 594, 'Tomas Reyk', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, 'qecp5n5issw');
INSERT INTO "statements" VALUES (12, 'qz7ki7h3ui6', 'dp5o5k2tz2o', 's6h52kzqsa3', 'direct', 22, 37, 21, 179, 22, 37, 'Joren Kell and Mara Venn', 'group', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (13, 'qlfst2ka7xo', 'dp5o5k2tz2o', 'stp743j2mjj', 'indirect', 161, 178, 21, 179, 161, 178, 'Joren Kell', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "statements" VALUES (14, 'qca53ahyrie', 'daume7dk4ki', 's2nov6vyr3q', 'direct', 22, 37, 21, 196, 22, 37, 'Joren Kell and Mara Venn', 'group', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, 'qz7ki7h3ui6');
INSERT INTO "statements" VALUES (15, 'qlrax3lil4c', 'daume7dk4ki', 'stjv3oyr5ll', 'indirect', 161, 178, 21, 196, 161, 178, 'Joren Kell', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, 'qlfst2ka7xo');
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
CREATE VIRTUAL TABLE document_words USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 0');
CREATE TABLE text_marks (
	mark BIGINT NOT NULL, 
	document_id TEXT NOT NULL, 
	CONSTRAINT pk_text_marks PRIMARY KEY (mark, document_id), 
	CONSTRAINT fk_text_marks_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "text_marks" VALUES (77008284560860957, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (204512700215822445, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (279540883995951833, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (543668741509751696, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (563782044634952773, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (669239162644747132, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (752912277946447300, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (1038086360318654535, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (1155026940350917253, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (1179943665680082597, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (1234844024994449659, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (1251842312996065053, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (1285981878101835259, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (1436330917886167466, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (1505282800629872826, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (1557947411267738979, 'dkavbwj4jaz');
INSERT INTO "text_marks" VALUES (55492600036745404, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (77008284560860957, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (204512700215822445, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (279540883995951833, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (396534626445415471, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (543668741509751696, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (563782044634952773, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (669239162644747132, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (752912277946447300, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (908908528546642105, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (955442286876192953, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (1038086360318654535, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (1155026940350917253, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (1234844024994449659, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (1285981878101835259, 'dl7w5k43c22');
INSERT INTO "text_marks" VALUES (1436330917886167466, 'dl7w5k43c22');
CREATE TABLE likenesses (
	first_id TEXT NOT NULL, 
	second_id TEXT NOT NULL, 
	similarity DOUBLE NOT NULL, 
	CONSTRAINT pk_likenesses PRIMARY KEY (first_id, second_id), 
	CONSTRAINT fk_likenesses_first_id_documents FOREIGN KEY(first_id) REFERENCES documents (id) ON DELETE CASCADE, 
	CONSTRAINT fk_likenesses_second_id_documents FOREIGN KEY(second_id) REFERENCES documents (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "likenesses" VALUES ('dkavbwj4jaz', 'dl7w5k43c22', 9.72222222222222209886e-01);
CREATE TABLE places (
	number INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	name TEXT NOT NULL, 
	place TEXT, 
	media_type TEXT NOT NULL, 
	encoding TEXT NOT NULL, 
	title TEXT, 
	title_evidence TEXT, 
	author TEXT, 
	author_evidence TEXT, 
	publisher TEXT, 
	publisher_evidence TEXT, 
	url TEXT, 
	url_evidence TEXT, 
	published TEXT, 
	published_evidence TEXT, 
	retrieved TEXT, 
	retrieved_evidence TEXT, 
	published_candidates JSON NOT NULL, 
	size INTEGER NOT NULL, 
	compressed BLOB, 
	CONSTRAINT pk_places PRIMARY KEY (number), 
	CONSTRAINT fk_places_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
INSERT INTO "places" VALUES (1, 'dkavbwj4jaz', 'cfb06191f8d2ae02910f72bdbaf412269afbca5d24085087a534572ebe7ea514', 'again.html', '/press/again.html', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, 'The Harbour Post', 'the first line', NULL, NULL, '2024-03-04', 'the dateline', NULL, NULL, '[["2024-03-04", "day", "the dateline", null]]', 607, X'789C35514D4EEC300CDECF297C80AA8760F5840448307AACDDC46DA3A67615BB54B3E32070394E82930EBB3889BF5F9C30713FDB9A2FD79960A4521229C808E6E32B6DFB9053A8F38B5AC10F8423E50C6AB2011A709A6683B1C80A8F3B53D7B6FE6119642FF020582228A608C270DD4923DE3AC0D1A8F8C742E460EC83426238E614661770B4476418A5D80D36922D13E09D2A1451A508268D2A6926ED2F3F9F5FEF742A6331D034B16F6CB89D58AE530689379851A110C6EEE7F31B9EB020FC27E6CEB905C28CC99554D4A10A772F92639BB742DA34D621EC6E7E55C7CAB96E52F1BB4247BD8970603297A7890341C4837B78F3A51642DDCEA856F10D0ED91D7E923346A6FE7295D5F5BDD26D3915E946B868CDE124AE241D04E7A5BBAE8CD5A7BB1FB343269E1CDA2C135358AA45E4E8E2654D7F91E1E299593D066FC87AA8A5EF9CBC9F9ACD586B9B778EC5FFAFB40EB51B397DB3D7E166197213EBA4CF67A8A8CB5D4F6BA3657BB7DCFF02E367DD91');
CREATE TABLE runs (
	id INTEGER NOT NULL, 
	started TEXT NOT NULL, 
	ended TEXT, 
	state TEXT, 
	process TEXT NOT NULL, 
	sources JSON NOT NULL, 
	options JSON NOT NULL, 
	total INTEGER NOT NULL, 
	CONSTRAINT pk_runs PRIMARY KEY (id)
);
INSERT INTO "runs" VALUES (1, '2026-11-22T07:41:45+00:00', '2026-11-22T07:41:45+00:00', 'done', 'ada 1', '["/press"]', '{"published": null}', 3);
CREATE TABLE run_items (
	number INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	place TEXT, 
	record INTEGER NOT NULL, 
	sha256 TEXT, 
	outcome TEXT NOT NULL, 
	document_id TEXT, 
	error TEXT, 
	seconds DOUBLE, 
	attempts INTEGER NOT NULL, 
	CONSTRAINT pk_run_items PRIMARY KEY (number), 
	CONSTRAINT fk_run_items_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE, 
	CONSTRAINT fk_run_items_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE SET NULL
);
INSERT INTO "run_items" VALUES (1, 1, 'harbour.txt', '/press', 0, 'ac419208fe9003e256547909b0b0064650187482f32ae2a6dee58aecc0b42f66', 'added', 'dyvfrtd6zrc', NULL, 0.5, 1);
INSERT INTO "run_items" VALUES (2, 1, 'broken.pdf', NULL, 0, NULL, 'failed', NULL, 'broken.pdf: cannot be read', NULL, 0);
CREATE TABLE fetches (
	url TEXT NOT NULL, 
	address TEXT NOT NULL, 
	document_id TEXT NOT NULL, 
	etag TEXT, 
	last_modified TEXT, 
	fetched TEXT, 
	CONSTRAINT pk_fetches PRIMARY KEY (url), 
	CONSTRAINT fk_fetches_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);
INSERT INTO "fetches" VALUES ('https://harbourpost.example/talks', 'https://harbourpost.example/talks', 'daume7dk4ki', '"196"', NULL, '2024-03-06T10:00:00+00:00');
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
CREATE UNIQUE INDEX ix_documents_number ON documents (number);
CREATE INDEX ix_documents_text_key ON documents (text_key);
CREATE INDEX ix_documents_copy_of ON documents (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX ix_statements_copy_of ON statements (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX ix_text_marks_document_id ON text_marks (document_id);
CREATE INDEX ix_likenesses_second_id ON likenesses (second_id);
CREATE INDEX ix_places_document_id ON places (document_id);
CREATE INDEX ix_places_sha256 ON places (sha256);
CREATE INDEX ix_run_items_run_id ON run_items (run_id);
CREATE INDEX ix_run_items_document_id ON run_items (document_id);
CREATE INDEX ix_documents_version_of ON documents (version_of) WHERE version_of IS NOT NULL;
CREATE INDEX ix_fetches_address ON fetches (address);
CREATE INDEX ix_fetches_document_id ON fetches (document_id);
CREATE INDEX ix_speaker_members_document_id ON speaker_members (document_id);
CREATE INDEX ix_speaker_members_speaker_id ON speaker_members (speaker_id);
