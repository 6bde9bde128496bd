CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES ('0005');
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
	offsets JSON, place TEXT, retrieved_evidence TEXT, encoding_evidence TEXT, published_confidence DOUBLE, pages JSON DEFAULT '[]' NOT NULL, processing JSON DEFAULT '[]' NOT NULL, number INTEGER DEFAULT '0' NOT NULL, text_key TEXT, copy_of TEXT, similarity DOUBLE, version_of TEXT, parsed_by TEXT, read JSON, 
	CONSTRAINT pk_documents PRIMARY KEY (id), 
	CONSTRAINT uq_documents_sha256 UNIQUE (sha256)
);
INSERT INTO "documents" VALUES ('dyvfrtd6zrc', 'ac419208fe9003e256547909b0b0064650187482f32ae2a6dee58aecc0b42f66', 'harbour.txt', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[]', NULL, '[]', '[["body", 0, 35, 0, 35, null, null, null], ["body", 36, 127, 36, 127, null, null, null], ["body", 128, 189, 128, 189, null, null, null], ["body", 190, 221, 190, 221, null, null, null]]', '[]', 'Harbour dues to rise, minister says
PORT ELLEN - Ostrava has a “no-limits” friendship with the isles, Mara Venn told reporters.
“We don’t pay twice,” she said, “and the cafés won’t either.”
The Foreign Ministry denied it.', '[[0, 221, 0, 221]]', NULL, NULL, NULL, NULL, '[]', '[]', 1, '4c4c494513d254b6ce18daff3aa935f2655252e275bbd7769f98d98fe8ae1e37', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "documents" VALUES ('dkavbwj4jaz', 'fa38518919418153a96847fc7187db2ab9a3c5badb5dcfc395073e4dd8fcb999', 'wire.txt', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2024-03-05', 'day', 'the dateline', '[["2024-03-05", "day", "the dateline", null]]', NULL, '[]', '[["body", 0, 186, 0, 186, null, null, null], ["body", 187, 380, 187, 380, null, null, null], ["body", 381, 549, 381, 549, null, null, null], ["body", 550, 584, 550, 584, null, null, null]]', '[]', 'The ferries of the Republic of Ostrava will stop at night from June, the Harbour Board said on Tuesday, after three winters in which fewer than forty people a night crossed to the isles.
“We will not sign a paper that nobody has read,” Mara Venn, who chairs the board, told the press in the customs hall, where crews had waited since dawn. She said the last boat would go at nine.
Tomas Reyk, who speaks for the crews, called the plan a “floating bottleneck” and promised to take it to court. The union has four hundred members on the northern line.
“Nobody asked the isles,” he said.', '[[0, 584, 0, 584]]', '/press/wire.txt', NULL, NULL, NULL, '[]', '[]', 2, '76e18f1efe20b501863ef7f0317519e9d8842d7f2db34db8231c067e0f666be8', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "documents" VALUES ('dl7w5k43c22', '90894a838aa20a45a609e01b365d5a00c6a5ff9df28a5b17c0461055e32c1726', 'post.txt', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, 'Post', 'the first line', NULL, NULL, NULL, NULL, NULL, NULL, '2024-03-06', 'day', 'the dateline', '[["2024-03-06", "day", "the dateline", null]]', NULL, '[]', '[["body", 0, 186, 0, 186, null, null, null], ["body", 187, 395, 187, 395, null, null, null], ["body", 396, 569, 396, 569, null, null, null], ["body", 570, 604, 570, 604, null, null, null]]', '[]', 'The ferries of the Republic of Ostrava will stop at night from June, the Harbour Board said on Tuesday, after three winters in which fewer than forty people a night crossed to the isles.
“We will not sign a paper that nobody has read,” Mara Venn, who chairs the board, told the press in the customs hall, where crews had waited from the early morning on. She said the last boat would go at nine.
Tomas Reyk, who speaks for the crews, called the plan a “floating bottleneck” and promised to take it to the courts. The union has four hundred members on the northern line.
“Nobody asked the isles,” he said.', '[[0, 604, 0, 604]]', '/press/post.txt', NULL, NULL, NULL, '[]', '[]', 3, '063d3799b1428ac5a36731ad54bc7a7cb5c6435fb0d620f86dbac4f039dab6a4', 'dkavbwj4jaz', 9.72222222222222209886e-01, NULL, NULL, NULL);
INSERT INTO "documents" VALUES ('dp5o5k2tz2o', '76106beb1473d12b0fe371e793924242e496960844286db6b129feb9e5ac9519', 'talks.html', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, 'The Harbour Post', 'the first line', NULL, NULL, NULL, NULL, 'https://harbourpost.example/talks', 'the address', '2024-03-05', 'day', 'the dateline', '[["2024-03-05", "day", "the dateline", null]]', '2024-03-07T10:00:00+00:00', '[]', '[["body", 0, 19, 0, 19, null, null, null], ["body", 21, 179, 21, 179, null, null, null]]', '[]', 'Talks at Port Ellen

“We 🚢 will talk,” Minister Joren Kell and Mara Venn said together on March 5. Mr Kell, a spokesman for the Republic of Ostrava, denied that cafés would close.', '[[0, 179, 0, 179]]', 'https://harbourpost.example/talks', 'the fetch', NULL, NULL, '[]', '[]', 4, 'd14edc065c3a98f35e539a697ee1a521709b09f9f925b32eef58a3be24048fca', NULL, NULL, NULL, NULL, NULL);
INSERT INTO "documents" VALUES ('daume7dk4ki', '000b6f4d295037760461cb2b920d8c7c85e38bf07ce1c351f72ef86342fcef3a', 'talks.html', 'text/plain', 'utf-8', NULL, NULL, NULL, NULL, NULL, 'The Harbour Post', 'the first line', NULL, NULL, NULL, NULL, 'https://harbourpost.example/talks', 'the address', '2024-03-05', 'day', 'the dateline', '[["2024-03-05", "day", "the dateline", null]]', '2024-03-06T10:00:00+00:00', '[]', '[["body", 0, 19, 0, 19, null, null, null], ["body", 21, 196, 21, 196, null, null, null]]', '[]', 'Talks at Port Ellen

“We 🚢 will talk,” Minister Joren Kell and Mara Venn said together on March 5. Mr Kell, a spokesman for the Republic of Ostrava, denied that cafés would close. Nobody was hurt.', '[[0, 196, 0, 196]]', 'https://harbourpost.example/talks', 'the fetch', NULL, NULL, '[]', '[]', 5, '52c52ad140706219590d7ac38d9cef25a066b1ecb8f059621a968697cd4360c3', NULL, NULL, 'dp5o5k2tz2o', NULL, NULL);
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
INSERT INTO "aliases" VALUES ('s2k7awii3kw', 'Mara Venn', ' mara venn', 0, 0);
INSERT INTO "aliases" VALUES ('s2k7awii3kw', 'M. Venn', ' m venn', 1, 0);
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
	confidence DOUBLE, claim TEXT, stance TEXT, stance_evidence TEXT, alterations JSON, translated_start INTEGER, translated_end INTEGER, translated_source_start INTEGER, translated_source_end INTEGER, copy_of TEXT, role TEXT, role_start INTEGER, role_end INTEGER, rests_start INTEGER, rests_end INTEGER, joint JSON, checked TEXT, withheld TEXT, withheld_reason TEXT, parsed JSON, marked BOOLEAN DEFAULT 0 NOT NULL, moment BIGINT, 
	CONSTRAINT pk_statements PRIMARY KEY (number), 
	CONSTRAINT fk_statements_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	CONSTRAINT fk_statements_member_id_speaker_members FOREIGN KEY(member_id) REFERENCES speaker_members (id), 
	CONSTRAINT fk_statements_nested_in_statements FOREIGN KEY(nested_in) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_statements_utterance_statements FOREIGN KEY(utterance) REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT uq_statements_id UNIQUE (id)
);
INSERT INTO "statements" VALUES (1, 'qzfgq3r3iny', 'dyvfrtd6zrc', 'sn3yksen7xz', 'indirect', 49, 100, 36, 127, 49, 100, 'Mara Venn', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 1099511627774);
INSERT INTO "statements" VALUES (2, 'qlmpfi4sokq', 'dyvfrtd6zrc', 'sn3yksen7xz', 'partial', 64, 73, 36, 127, 64, 73, 'Mara Venn', 'person', NULL, 'Mara Venn', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'rejected', 'rejected', 'rejected by Ada on 2026-11-22: it is hers', '{"start": 64, "end": 73, "context_start": 36, "context_end": 127, "source_start": 64, "source_end": 73, "kind": "partial", "speaker": "Mara Venn", "speaker_type": "person", "unknown": null, "joint": null, "role": null, "role_start": null, "role_end": null, "said_on": null, "said_evidence": null, "alterations": [], "checked": null, "withheld": null, "withheld_reason": null, "marked": false}', 0, -1099511627773);
INSERT INTO "statements" VALUES (3, 'qkxdvvd2w5z', 'dyvfrtd6zrc', 'sn3yksen7xz', 'direct', 129, 148, 128, 189, 129, 148, 'Mara Venn', 'person', NULL, 'she', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2023-03-14', NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 925435847354875900);
INSERT INTO "statements" VALUES (4, 'q4ak6zn7zat', 'dyvfrtd6zrc', 'sneuhlbsfmd', 'direct', 161, 188, 128, 189, 161, 188, 'Oren Tollan', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2023-03', 'set by Ada', NULL, NULL, 0, 'qkxdvvd2w5z', NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'corrected', NULL, NULL, '{"start": 161, "end": 188, "context_start": 128, "context_end": 189, "source_start": 161, "source_end": 188, "kind": "direct", "speaker": "Mara Venn", "speaker_type": "person", "unknown": null, "joint": null, "role": null, "role_start": null, "role_end": null, "said_on": "2023-03-14", "said_evidence": null, "alterations": [], "checked": null, "withheld": null, "withheld_reason": null, "marked": false}', 0, 925420454192087035);
INSERT INTO "statements" VALUES (5, 'qb5dryh7f5y', 'dyvfrtd6zrc', 'sgedf5hu6t5', 'indirect', 211, 220, 190, 221, 211, 220, 'Foreign Ministry', 'organization', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'accepted', NULL, NULL, '{"start": 211, "end": 220, "context_start": 190, "context_end": 221, "source_start": 211, "source_end": 220, "kind": "indirect", "speaker": "Foreign Ministry", "speaker_type": "organization", "unknown": null, "joint": null, "role": null, "role_start": null, "role_end": null, "said_on": null, "said_evidence": null, "alterations": [], "checked": null, "withheld": null, "withheld_reason": null, "marked": false}', 0, 1099511627770);
INSERT INTO "statements" VALUES (6, 'qsyudibrihb', 'dkavbwj4jaz', 'seoitwtlhwp', 'direct', 188, 234, 187, 380, 188, 234, 'Mara Venn', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 925883348587380729);
INSERT INTO "statements" VALUES (7, 'qkt74vxitec', 'dkavbwj4jaz', 'snyzq3nk3j4', 'direct', 438, 457, 381, 549, 438, 457, 'Tomas Reyk', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 925883348587380728);
INSERT INTO "statements" VALUES (8, 'qecp5n5issw', 'dkavbwj4jaz', 'snyzq3nk3j4', 'direct', 551, 574, 550, 584, 551, 574, 'Tomas Reyk', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 925883348587380727);
INSERT INTO "statements" VALUES (9, 'qkvtdakgiwo', 'dl7w5k43c22', 'sl6rylssoxf', 'direct', 188, 234, 187, 395, 188, 234, 'Mara Venn', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, 'qsyudibrihb', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, -925884448099008502);
INSERT INTO "statements" VALUES (10, 'qsmgf3lmeyl', 'dl7w5k43c22', 'sknp2a3vioy', 'direct', 453, 472, 396, 569, 453, 472, 'Tomas Reyk', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, 'qkt74vxitec', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, -925884448099008501);
INSERT INTO "statements" VALUES (11, 'qxfkc4vhc74', 'dl7w5k43c22', 'sknp2a3vioy', 'direct', 571, 594, 570, 604, 571, 594, 'Tomas Reyk', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, 'qecp5n5issw', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, -925884448099008500);
INSERT INTO "statements" VALUES (12, 'qz7ki7h3ui6', 'dp5o5k2tz2o', 's6h52kzqsa3', 'direct', 22, 37, 21, 179, 22, 37, 'Joren Kell and Mara Venn', 'group', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '["Joren Kell", "Mara Venn"]', NULL, NULL, NULL, NULL, 0, 925883348587380723);
INSERT INTO "statements" VALUES (13, 'qlfst2ka7xo', 'dp5o5k2tz2o', 'stp743j2mjj', 'indirect', 161, 178, 21, 179, 161, 178, 'Joren Kell', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, NULL, 'a spokesman for the Republic of Ostrava', 108, 147, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 925883348587380722);
INSERT INTO "statements" VALUES (14, 'qca53ahyrie', 'daume7dk4ki', 's2nov6vyr3q', 'direct', 22, 37, 21, 196, 22, 37, 'Joren Kell and Mara Venn', 'group', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, 'qz7ki7h3ui6', NULL, NULL, NULL, NULL, NULL, '["Joren Kell", "Mara Venn"]', NULL, NULL, NULL, NULL, 0, -925883348587380721);
INSERT INTO "statements" VALUES (15, 'qlrax3lil4c', 'daume7dk4ki', 'stjv3oyr5ll', 'indirect', 161, 178, 21, 196, 161, 178, 'Joren Kell', 'person', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, '[]', NULL, NULL, NULL, NULL, 'qlfst2ka7xo', 'a spokesman for the Republic of Ostrava', 108, 147, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, -925883348587380720);
CREATE TABLE statement_inside (
	claim_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	quote_id TEXT NOT NULL, 
	CONSTRAINT pk_statement_inside PRIMARY KEY (claim_id, position), 
	CONSTRAINT fk_statement_inside_claim_id_statements FOREIGN KEY(claim_id) REFERENCES statements (id) ON DELETE CASCADE, 
	CONSTRAINT fk_statement_inside_quote_id_statements FOREIGN KEY(quote_id) REFERENCES statements (id) ON DELETE CASCADE
);
INSERT INTO "statement_inside" VALUES ('qzfgq3r3iny', 0, 'qlmpfi4sokq');
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
INSERT INTO "runs" VALUES (1, '2026-11-22T08:32:43+00:00', '2026-11-22T08:32:43+00:00', 'done', 'ada 1', '["/press"]', '{"published": null}', 3);
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
	document_id TEXT, 
	name TEXT NOT NULL, 
	type TEXT, 
	speaker_id TEXT NOT NULL, 
	roles JSON DEFAULT '[]' NOT NULL, 
	profile TEXT, 
	CONSTRAINT pk_speaker_members PRIMARY KEY (id), 
	CONSTRAINT fk_speaker_members_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE, 
	CONSTRAINT fk_speaker_members_speaker_id_speakers FOREIGN KEY(speaker_id) REFERENCES speakers (id) ON UPDATE CASCADE
);
INSERT INTO "speaker_members" VALUES ('sgedf5hu6t5', 'dyvfrtd6zrc', 'foreign ministry', 'organization', 'sgedf5hu6t5', '[]', '2:none');
INSERT INTO "speaker_members" VALUES ('sn3yksen7xz', 'dyvfrtd6zrc', 'mara venn', 'person', 's2k7awii3kw', '[]', '2:3f53a84d577fda43');
INSERT INTO "speaker_members" VALUES ('seoitwtlhwp', 'dkavbwj4jaz', 'mara venn', 'person', 's2k7awii3kw', '[]', '2:3f53a84d577fda43');
INSERT INTO "speaker_members" VALUES ('snyzq3nk3j4', 'dkavbwj4jaz', 'tomas reyk', 'person', 'sknp2a3vioy', '[]', '2:e0ccfbbe91c8694c');
INSERT INTO "speaker_members" VALUES ('sknp2a3vioy', 'dl7w5k43c22', 'tomas reyk', 'person', 'sknp2a3vioy', '[]', '2:e0ccfbbe91c8694c');
INSERT INTO "speaker_members" VALUES ('sl6rylssoxf', 'dl7w5k43c22', 'mara venn', 'person', 's2k7awii3kw', '[]', '2:3f53a84d577fda43');
INSERT INTO "speaker_members" VALUES ('s6h52kzqsa3', 'dp5o5k2tz2o', 'joren kell and mara venn', 'group', 's6h52kzqsa3', '[]', '2:none');
INSERT INTO "speaker_members" VALUES ('semoc3ronpu', 'dp5o5k2tz2o', 'mara venn', 'person', 's2k7awii3kw', '[]', '2:68220806257004f3');
INSERT INTO "speaker_members" VALUES ('stp743j2mjj', 'dp5o5k2tz2o', 'joren kell', 'person', 'stjv3oyr5ll', '[["a spokesman for the Republic of Ostrava", 108, 147]]', '2:82bd64793bf4e6b8');
INSERT INTO "speaker_members" VALUES ('s2nov6vyr3q', 'daume7dk4ki', 'joren kell and mara venn', 'group', 's2nov6vyr3q', '[]', '2:none');
INSERT INTO "speaker_members" VALUES ('sqskomn5br7', 'daume7dk4ki', 'mara venn', 'person', 's2k7awii3kw', '[]', '2:3f53a84d577fda43');
INSERT INTO "speaker_members" VALUES ('stjv3oyr5ll', 'daume7dk4ki', 'joren kell', 'person', 'stjv3oyr5ll', '[["a spokesman for the Republic of Ostrava", 108, 147]]', '2:82bd64793bf4e6b8');
INSERT INTO "speaker_members" VALUES ('sneuhlbsfmd', 'dyvfrtd6zrc', 'oren tollan', 'person', 'sneuhlbsfmd', '[]', '2:260ea0fd49ccd9fb');
INSERT INTO "speaker_members" VALUES ('s2k7awii3kw', NULL, 'mara venn', 'person', 's2k7awii3kw', '[["Harbour Minister", null, null]]', '2:79f4ca8dc15cf7e5');
CREATE TABLE speaker_keys (
	"key" TEXT NOT NULL, 
	profile TEXT NOT NULL, 
	CONSTRAINT pk_speaker_keys PRIMARY KEY ("key", profile)
)
 WITHOUT ROWID

;
INSERT INTO "speaker_keys" VALUES ('f:oren+tollan', '2:260ea0fd49ccd9fb');
INSERT INTO "speaker_keys" VALUES ('f:tolan:o', '2:260ea0fd49ccd9fb');
INSERT INTO "speaker_keys" VALUES ('f:tolan:oren', '2:260ea0fd49ccd9fb');
INSERT INTO "speaker_keys" VALUES ('n:tolan', '2:260ea0fd49ccd9fb');
INSERT INTO "speaker_keys" VALUES ('f:mara+venn', '2:3f53a84d577fda43');
INSERT INTO "speaker_keys" VALUES ('f:ven:m', '2:3f53a84d577fda43');
INSERT INTO "speaker_keys" VALUES ('f:ven:mara', '2:3f53a84d577fda43');
INSERT INTO "speaker_keys" VALUES ('n:ven', '2:3f53a84d577fda43');
INSERT INTO "speaker_keys" VALUES ('f:mara+venn', '2:68220806257004f3');
INSERT INTO "speaker_keys" VALUES ('f:minister+the', '2:68220806257004f3');
INSERT INTO "speaker_keys" VALUES ('f:minister:t', '2:68220806257004f3');
INSERT INTO "speaker_keys" VALUES ('f:minister:the', '2:68220806257004f3');
INSERT INTO "speaker_keys" VALUES ('f:ven:m', '2:68220806257004f3');
INSERT INTO "speaker_keys" VALUES ('f:ven:mara', '2:68220806257004f3');
INSERT INTO "speaker_keys" VALUES ('n:minister', '2:68220806257004f3');
INSERT INTO "speaker_keys" VALUES ('n:ven', '2:68220806257004f3');
INSERT INTO "speaker_keys" VALUES ('f:m+venn', '2:79f4ca8dc15cf7e5');
INSERT INTO "speaker_keys" VALUES ('f:mara+venn', '2:79f4ca8dc15cf7e5');
INSERT INTO "speaker_keys" VALUES ('f:ven:m', '2:79f4ca8dc15cf7e5');
INSERT INTO "speaker_keys" VALUES ('f:ven:mara', '2:79f4ca8dc15cf7e5');
INSERT INTO "speaker_keys" VALUES ('n:ven', '2:79f4ca8dc15cf7e5');
INSERT INTO "speaker_keys" VALUES ('f:joren+kell', '2:82bd64793bf4e6b8');
INSERT INTO "speaker_keys" VALUES ('f:kel:j', '2:82bd64793bf4e6b8');
INSERT INTO "speaker_keys" VALUES ('f:kel:y', '2:82bd64793bf4e6b8');
INSERT INTO "speaker_keys" VALUES ('f:kel:yoren', '2:82bd64793bf4e6b8');
INSERT INTO "speaker_keys" VALUES ('n:kel', '2:82bd64793bf4e6b8');
INSERT INTO "speaker_keys" VALUES ('f:reik:t', '2:e0ccfbbe91c8694c');
INSERT INTO "speaker_keys" VALUES ('f:reik:tomas', '2:e0ccfbbe91c8694c');
INSERT INTO "speaker_keys" VALUES ('f:reyk+tomas', '2:e0ccfbbe91c8694c');
INSERT INTO "speaker_keys" VALUES ('n:reik', '2:e0ccfbbe91c8694c');
CREATE TABLE joint_parts (
	group_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	part_id TEXT NOT NULL, 
	CONSTRAINT pk_joint_parts PRIMARY KEY (group_id, position), 
	CONSTRAINT fk_joint_parts_group_id_speaker_members FOREIGN KEY(group_id) REFERENCES speaker_members (id) ON DELETE CASCADE, 
	CONSTRAINT fk_joint_parts_part_id_speaker_members FOREIGN KEY(part_id) REFERENCES speaker_members (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "joint_parts" VALUES ('s6h52kzqsa3', 1, 'semoc3ronpu');
INSERT INTO "joint_parts" VALUES ('s2nov6vyr3q', 1, 'sqskomn5br7');
INSERT INTO "joint_parts" VALUES ('s2nov6vyr3q', 0, 'stjv3oyr5ll');
INSERT INTO "joint_parts" VALUES ('s6h52kzqsa3', 0, 'stp743j2mjj');
CREATE TABLE affiliations (
	number INTEGER NOT NULL, 
	member_id TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	name TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	start INTEGER, 
	"end" INTEGER, 
	past BOOLEAN NOT NULL, 
	CONSTRAINT pk_affiliations PRIMARY KEY (number), 
	CONSTRAINT fk_affiliations_member_id_speaker_members FOREIGN KEY(member_id) REFERENCES speaker_members (id) ON DELETE CASCADE
);
INSERT INTO "affiliations" VALUES (2, 'stp743j2mjj', 'named: republic of ostrava', 'Republic of Ostrava', 'a spokesman for the Republic of Ostrava', 108, 147, 0);
INSERT INTO "affiliations" VALUES (3, 'stjv3oyr5ll', 'named: republic of ostrava', 'Republic of Ostrava', 'a spokesman for the Republic of Ostrava', 108, 147, 0);
INSERT INTO "affiliations" VALUES (4, 'sgedf5hu6t5', 'named: foreign ministry', 'Foreign Ministry', 'Foreign Ministry', NULL, NULL, 0);
CREATE TABLE authorities (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	aliases JSON NOT NULL, 
	wikidata TEXT, 
	role TEXT, 
	since TEXT, 
	until TEXT, 
	further JSON NOT NULL, 
	CONSTRAINT pk_authorities PRIMARY KEY (id)
);
INSERT INTO "authorities" VALUES ('s2k7awii3kw', 'Mara Venn', '["M. Venn"]', 'Q42', 'Harbour Minister', '2019', NULL, '{"party": "Tide"}');
CREATE TABLE decisions (
	number INTEGER NOT NULL, 
	decided TEXT NOT NULL, 
	who TEXT NOT NULL, 
	action TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	undoes INTEGER, 
	CONSTRAINT pk_decisions PRIMARY KEY (number), 
	CONSTRAINT fk_decisions_undoes_decisions FOREIGN KEY(undoes) REFERENCES decisions (number)
);
INSERT INTO "decisions" VALUES (1, '2026-11-22T08:32:44+00:00', 'Ada', 'reject', 'rejected; reason: it is hers', NULL);
INSERT INTO "decisions" VALUES (2, '2026-11-22T08:32:44+00:00', 'Ada', 'accept', 'accepted', NULL);
INSERT INTO "decisions" VALUES (3, '2026-11-22T08:32:44+00:00', 'Ada', 'set', 'speaker: Oren Tollan; said: 2023-03', NULL);
INSERT INTO "decisions" VALUES (4, '2026-11-22T08:32:44+00:00', 'Ada', 'tag', '+harbour', NULL);
INSERT INTO "decisions" VALUES (5, '2026-11-22T08:32:44+00:00', 'Ada', 'note', 'to be asked again', NULL);
INSERT INTO "decisions" VALUES (6, '2026-11-22T08:32:45+00:00', 'Ada', 'tag', '+private', NULL);
INSERT INTO "decisions" VALUES (7, '2026-11-22T08:32:45+00:00', 'Ada', 'undo', '6: +private', 6);
INSERT INTO "decisions" VALUES (8, '2026-11-22T08:32:45+00:00', 'Ada', 'distinguish', 'sneuhlbsfmd is not semoc3ronpu', NULL);
INSERT INTO "decisions" VALUES (9, '2026-11-22T08:32:45+00:00', 'Ada', 'rename', 'sneuhlbsfmd: Oren Tollan-Brisk', NULL);
INSERT INTO "decisions" VALUES (10, '2026-11-22T08:32:45+00:00', 'Ada', 'alias', 'semoc3ronpu: The Minister', NULL);
INSERT INTO "decisions" VALUES (11, '2026-11-22T08:32:45+00:00', 'Ada', 'authority', 'from people.csv', NULL);
CREATE TABLE changes (
	number INTEGER NOT NULL, 
	decision INTEGER NOT NULL, 
	target TEXT NOT NULL, 
	document_id TEXT, 
	field TEXT NOT NULL, 
	"before" JSON, 
	"after" JSON, 
	anchor JSON, 
	CONSTRAINT pk_changes PRIMARY KEY (number), 
	CONSTRAINT fk_changes_decision_decisions FOREIGN KEY(decision) REFERENCES decisions (number)
);
INSERT INTO "changes" VALUES (1, 1, 'qlmpfi4sokq', 'dyvfrtd6zrc', 'verdict', NULL, '"rejected"', '{"start": 64, "end": 73, "text": "no-limits", "before": "our dues to rise, minister says\nPORT ELLEN - Ostrava has a \u201c", "after": "\u201d friendship with the isles, Mara Venn told reporters.\n\u201cWe d", "claim": false}');
INSERT INTO "changes" VALUES (2, 1, 'qlmpfi4sokq', 'dyvfrtd6zrc', 'reason', NULL, '"it is hers"', '{"start": 64, "end": 73, "text": "no-limits", "before": "our dues to rise, minister says\nPORT ELLEN - Ostrava has a \u201c", "after": "\u201d friendship with the isles, Mara Venn told reporters.\n\u201cWe d", "claim": false}');
INSERT INTO "changes" VALUES (3, 2, 'qb5dryh7f5y', 'dyvfrtd6zrc', 'verdict', NULL, '"accepted"', '{"start": 211, "end": 220, "text": "denied it", "before": "he said, \u201cand the caf\u00e9s won\u2019t either.\u201d\nThe Foreign Ministry ", "after": ".", "claim": true}');
INSERT INTO "changes" VALUES (4, 3, 'q4ak6zn7zat', 'dyvfrtd6zrc', 'speaker', '{"name": "Mara Venn", "type": "person"}', '{"name": "Oren Tollan", "type": "person"}', '{"start": 161, "end": 188, "text": "and the caf\u00e9s won\u2019t either.", "before": " Mara Venn told reporters.\n\u201cWe don\u2019t pay twice,\u201d she said, \u201c", "after": "\u201d\nThe Foreign Ministry denied it.", "claim": false}');
INSERT INTO "changes" VALUES (5, 3, 'q4ak6zn7zat', 'dyvfrtd6zrc', 'said', '{"on": "2023-03-14"}', '{"on": "2023-03"}', '{"start": 161, "end": 188, "text": "and the caf\u00e9s won\u2019t either.", "before": " Mara Venn told reporters.\n\u201cWe don\u2019t pay twice,\u201d she said, \u201c", "after": "\u201d\nThe Foreign Ministry denied it.", "claim": false}');
INSERT INTO "changes" VALUES (6, 4, 'qkxdvvd2w5z', 'dyvfrtd6zrc', 'tag', '{"tag": "harbour", "on": false}', '{"tag": "harbour", "on": true}', '{"start": 129, "end": 148, "text": "We don\u2019t pay twice,", "before": "mits\u201d friendship with the isles, Mara Venn told reporters.\n\u201c", "after": "\u201d she said, \u201cand the caf\u00e9s won\u2019t either.\u201d\nThe Foreign Minist", "claim": false}');
INSERT INTO "changes" VALUES (7, 4, 'dyvfrtd6zrc', 'dyvfrtd6zrc', 'tag', '{"tag": "harbour", "on": false}', '{"tag": "harbour", "on": true}', NULL);
INSERT INTO "changes" VALUES (8, 5, 'qkxdvvd2w5z', 'dyvfrtd6zrc', 'note', NULL, '"to be asked again"', '{"start": 129, "end": 148, "text": "We don\u2019t pay twice,", "before": "mits\u201d friendship with the isles, Mara Venn told reporters.\n\u201c", "after": "\u201d she said, \u201cand the caf\u00e9s won\u2019t either.\u201d\nThe Foreign Minist", "claim": false}');
INSERT INTO "changes" VALUES (9, 6, 'q4ak6zn7zat', 'dyvfrtd6zrc', 'tag', '{"tag": "private", "on": false}', '{"tag": "private", "on": true}', '{"start": 161, "end": 188, "text": "and the caf\u00e9s won\u2019t either.", "before": " Mara Venn told reporters.\n\u201cWe don\u2019t pay twice,\u201d she said, \u201c", "after": "\u201d\nThe Foreign Ministry denied it.", "claim": false}');
INSERT INTO "changes" VALUES (10, 8, 'sneuhlbsfmd', NULL, 'different', NULL, '"semoc3ronpu"', NULL);
INSERT INTO "changes" VALUES (11, 9, 'sneuhlbsfmd', NULL, 'name', '"Oren Tollan"', '"Oren Tollan-Brisk"', NULL);
INSERT INTO "changes" VALUES (12, 10, 'semoc3ronpu', NULL, 'alias', NULL, '"The Minister"', NULL);
INSERT INTO "changes" VALUES (13, 11, 's2k7awii3kw', NULL, 'authority', NULL, '{"name": "Mara Venn", "aliases": ["M. Venn"], "wikidata": "Q42", "role": "Harbour Minister", "since": "2019", "until": null, "further": {"party": "Tide"}}', NULL);
CREATE TABLE rulings (
	number INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	first_id TEXT NOT NULL, 
	second_id TEXT, 
	value TEXT, 
	CONSTRAINT pk_rulings PRIMARY KEY (number), 
	CONSTRAINT fk_rulings_number_changes FOREIGN KEY(number) REFERENCES changes (number)
);
INSERT INTO "rulings" VALUES (10, 'different', 'sneuhlbsfmd', 'semoc3ronpu', NULL);
INSERT INTO "rulings" VALUES (11, 'name', 'sneuhlbsfmd', NULL, 'Oren Tollan-Brisk');
INSERT INTO "rulings" VALUES (12, 'alias', 'semoc3ronpu', NULL, 'The Minister');
CREATE TABLE tags (
	target TEXT NOT NULL, 
	tag TEXT NOT NULL, 
	CONSTRAINT pk_tags PRIMARY KEY (target, tag)
)
 WITHOUT ROWID

;
INSERT INTO "tags" VALUES ('dyvfrtd6zrc', 'harbour');
INSERT INTO "tags" VALUES ('qkxdvvd2w5z', 'harbour');
CREATE TABLE notes (
	target TEXT NOT NULL, 
	text TEXT NOT NULL, 
	CONSTRAINT pk_notes PRIMARY KEY (target)
);
INSERT INTO "notes" VALUES ('qkxdvvd2w5z', 'to be asked again');
CREATE TABLE draws (
	number INTEGER NOT NULL, 
	drawn TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	seed INTEGER NOT NULL, 
	"query" TEXT NOT NULL, 
	population INTEGER NOT NULL, 
	CONSTRAINT pk_draws PRIMARY KEY (number)
);
INSERT INTO "draws" VALUES (1, '2026-11-22T08:32:45+00:00', 'statements', 7, '', 5);
CREATE TABLE draw_items (
	draw INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	target TEXT NOT NULL, 
	found JSON, 
	judged TEXT, 
	CONSTRAINT pk_draw_items PRIMARY KEY (draw, position), 
	CONSTRAINT fk_draw_items_draw_draws FOREIGN KEY(draw) REFERENCES draws (number) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "draw_items" VALUES (1, 0, 'qkxdvvd2w5z', NULL, NULL);
INSERT INTO "draw_items" VALUES (1, 1, 'q4ak6zn7zat', '{"kind": "direct", "start": 161, "end": 188, "speaker": "Mara Venn", "speaker_type": "person", "said_on": "2023-03-14", "withheld": null, "confidence": null, "member": "sn3yksen7xz"}', '2026-11-22T08:32:45+00:00');
CREATE TABLE said_by (
	speaker_id TEXT NOT NULL, 
	moment BIGINT NOT NULL, 
	CONSTRAINT pk_said_by PRIMARY KEY (speaker_id, moment), 
	CONSTRAINT fk_said_by_speaker_id_speakers FOREIGN KEY(speaker_id) REFERENCES speakers (id) ON DELETE CASCADE ON UPDATE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "said_by" VALUES ('s2k7awii3kw', -925884448099008502);
INSERT INTO "said_by" VALUES ('sknp2a3vioy', -925884448099008501);
INSERT INTO "said_by" VALUES ('sknp2a3vioy', -925884448099008500);
INSERT INTO "said_by" VALUES ('s2k7awii3kw', -925883348587380721);
INSERT INTO "said_by" VALUES ('s2nov6vyr3q', -925883348587380721);
INSERT INTO "said_by" VALUES ('stjv3oyr5ll', -925883348587380721);
INSERT INTO "said_by" VALUES ('stjv3oyr5ll', -925883348587380720);
INSERT INTO "said_by" VALUES ('s2k7awii3kw', -1099511627773);
INSERT INTO "said_by" VALUES ('sgedf5hu6t5', 1099511627770);
INSERT INTO "said_by" VALUES ('s2k7awii3kw', 1099511627774);
INSERT INTO "said_by" VALUES ('sneuhlbsfmd', 925420454192087035);
INSERT INTO "said_by" VALUES ('s2k7awii3kw', 925435847354875900);
INSERT INTO "said_by" VALUES ('stjv3oyr5ll', 925883348587380722);
INSERT INTO "said_by" VALUES ('s2k7awii3kw', 925883348587380723);
INSERT INTO "said_by" VALUES ('s6h52kzqsa3', 925883348587380723);
INSERT INTO "said_by" VALUES ('stjv3oyr5ll', 925883348587380723);
INSERT INTO "said_by" VALUES ('sknp2a3vioy', 925883348587380727);
INSERT INTO "said_by" VALUES ('sknp2a3vioy', 925883348587380728);
INSERT INTO "said_by" VALUES ('s2k7awii3kw', 925883348587380729);
CREATE TABLE surface_forms (
	number INTEGER NOT NULL, 
	speaker_id TEXT NOT NULL, 
	description BOOLEAN NOT NULL, 
	folded TEXT NOT NULL, 
	members INTEGER NOT NULL, 
	CONSTRAINT pk_surface_forms PRIMARY KEY (number), 
	CONSTRAINT fk_surface_forms_speaker_id_speakers FOREIGN KEY(speaker_id) REFERENCES speakers (id) ON DELETE CASCADE ON UPDATE CASCADE, 
	CONSTRAINT uq_surface_forms_speaker_id UNIQUE (speaker_id, description, folded)
);
INSERT INTO "surface_forms" VALUES (1, 'sgedf5hu6t5', 0, ' foreign ministry', 1);
INSERT INTO "surface_forms" VALUES (3, 'sknp2a3vioy', 0, ' tomas reyk', 2);
INSERT INTO "surface_forms" VALUES (4, 's6h52kzqsa3', 0, ' joren kell and mara venn', 1);
INSERT INTO "surface_forms" VALUES (6, 's2nov6vyr3q', 0, ' joren kell and mara venn', 1);
INSERT INTO "surface_forms" VALUES (7, 'stjv3oyr5ll', 0, ' joren kell', 2);
INSERT INTO "surface_forms" VALUES (8, 'stjv3oyr5ll', 1, ' a spokesman for the republic of ostrava', 2);
INSERT INTO "surface_forms" VALUES (9, 'sneuhlbsfmd', 0, ' oren tollan', 1);
INSERT INTO "surface_forms" VALUES (10, 's2k7awii3kw', 0, ' m venn', 1);
INSERT INTO "surface_forms" VALUES (11, 's2k7awii3kw', 0, ' mara venn', 6);
INSERT INTO "surface_forms" VALUES (12, 's2k7awii3kw', 1, ' harbour minister', 1);
CREATE TABLE vocabulary (
	"key" TEXT NOT NULL, 
	form TEXT NOT NULL, 
	CONSTRAINT pk_vocabulary PRIMARY KEY ("key", form)
)
 WITHOUT ROWID

;
INSERT INTO "vocabulary" VALUES ('ask', 'asked');
INSERT INTO "vocabulary" VALUES ('cafe', 'cafes');
INSERT INTO "vocabulary" VALUES ('call', 'called');
INSERT INTO "vocabulary" VALUES ('chair', 'chairs');
INSERT INTO "vocabulary" VALUES ('court', 'courts');
INSERT INTO "vocabulary" VALUES ('crew', 'crews');
INSERT INTO "vocabulary" VALUES ('cross', 'crossed');
INSERT INTO "vocabulary" VALUES ('custom', 'customs');
INSERT INTO "vocabulary" VALUES ('deny', 'denied');
INSERT INTO "vocabulary" VALUES ('ferry', 'ferries');
INSERT INTO "vocabulary" VALUES ('float', 'floating');
INSERT INTO "vocabulary" VALUES ('harbor', 'harbour');
INSERT INTO "vocabulary" VALUES ('isle', 'isles');
INSERT INTO "vocabulary" VALUES ('limit', 'limits');
INSERT INTO "vocabulary" VALUES ('member', 'members');
INSERT INTO "vocabulary" VALUES ('nolimit', 'no limits');
INSERT INTO "vocabulary" VALUES ('promize', 'promised');
INSERT INTO "vocabulary" VALUES ('reporter', 'reporters');
INSERT INTO "vocabulary" VALUES ('say', 'says');
INSERT INTO "vocabulary" VALUES ('speak', 'speaks');
INSERT INTO "vocabulary" VALUES ('talk', 'talks');
INSERT INTO "vocabulary" VALUES ('tell', 'told');
INSERT INTO "vocabulary" VALUES ('wait', 'waited');
INSERT INTO "vocabulary" VALUES ('win', 'won');
INSERT INTO "vocabulary" VALUES ('winter', 'winters');
CREATE TABLE speaker_forms (
	speaker_id TEXT NOT NULL, 
	form TEXT NOT NULL, 
	is_mention BOOLEAN NOT NULL, 
	uses INTEGER NOT NULL, 
	members INTEGER NOT NULL, 
	CONSTRAINT pk_speaker_forms PRIMARY KEY (speaker_id, form, is_mention), 
	CONSTRAINT fk_speaker_forms_speaker_id_speakers FOREIGN KEY(speaker_id) REFERENCES speakers (id) ON DELETE CASCADE ON UPDATE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "speaker_forms" VALUES ('s2k7awii3kw', 'M. Venn', 1, 0, 1);
INSERT INTO "speaker_forms" VALUES ('s2k7awii3kw', 'Mara Venn', 0, 6, 6);
INSERT INTO "speaker_forms" VALUES ('s2nov6vyr3q', 'Joren Kell and Mara Venn', 0, 1, 1);
INSERT INTO "speaker_forms" VALUES ('s6h52kzqsa3', 'Joren Kell and Mara Venn', 0, 1, 1);
INSERT INTO "speaker_forms" VALUES ('sgedf5hu6t5', 'Foreign Ministry', 0, 1, 1);
INSERT INTO "speaker_forms" VALUES ('sknp2a3vioy', 'Tomas Reyk', 0, 4, 2);
INSERT INTO "speaker_forms" VALUES ('sneuhlbsfmd', 'Oren Tollan', 0, 1, 1);
INSERT INTO "speaker_forms" VALUES ('stjv3oyr5ll', 'Joren Kell', 0, 4, 2);
CREATE TABLE facts (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_facts PRIMARY KEY (name)
)
 WITHOUT ROWID

;
CREATE TABLE tombstones (
	hash TEXT NOT NULL, 
	CONSTRAINT pk_tombstones PRIMARY KEY (hash)
)
 WITHOUT ROWID

;
CREATE TABLE departures (
	id TEXT NOT NULL, 
	decision INTEGER NOT NULL, 
	document_id TEXT, 
	heir TEXT, 
	CONSTRAINT pk_departures PRIMARY KEY (id), 
	CONSTRAINT fk_departures_decision_decisions FOREIGN KEY(decision) REFERENCES decisions (number)
)
 WITHOUT ROWID

;
CREATE VIRTUAL TABLE statement_words USING fts5(text, context, mention, title, content='', tokenize='ascii');
CREATE VIRTUAL TABLE document_words USING fts5(title, text, content='', tokenize='ascii');
CREATE VIRTUAL TABLE surface_grams USING fts5(folded, content='surface_forms', content_rowid='number', tokenize='trigram');
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
CREATE INDEX ix_speaker_members_speaker_id ON speaker_members (speaker_id, profile, type);
CREATE INDEX ix_speaker_members_profile ON speaker_members (profile, speaker_id, id);
CREATE INDEX ix_speaker_keys_profile ON speaker_keys (profile);
CREATE INDEX ix_joint_parts_part_id ON joint_parts (part_id);
CREATE INDEX ix_affiliations_member_id ON affiliations (member_id);
CREATE INDEX ix_affiliations_key ON affiliations ("key");
CREATE INDEX ix_authorities_wikidata ON authorities (wikidata);
CREATE INDEX ix_decisions_undoes ON decisions (undoes);
CREATE INDEX ix_changes_decision ON changes (decision);
CREATE INDEX ix_changes_target ON changes (target);
CREATE INDEX ix_changes_document_id ON changes (document_id);
CREATE INDEX ix_rulings_first_id ON rulings (first_id);
CREATE INDEX ix_rulings_second_id ON rulings (second_id);
CREATE INDEX ix_rulings_value ON rulings (value);
CREATE INDEX ix_tags_tag ON tags (tag);
CREATE INDEX ix_draw_items_target ON draw_items (target);
CREATE UNIQUE INDEX ix_statements_moment ON statements (moment);
CREATE INDEX ix_statements_state ON statements (checked, kind, confidence) WHERE moment > 0;
CREATE INDEX ix_said_by_moment ON said_by (moment);
CREATE INDEX ix_documents_name ON documents (name, id);
CREATE INDEX ix_documents_publisher ON documents (publisher);
CREATE INDEX ix_documents_published ON documents (published);
CREATE INDEX ix_documents_lang ON documents (lang);
CREATE INDEX ix_documents_agency ON documents (agency) WHERE agency IS NOT NULL;
CREATE INDEX ix_speaker_members_name ON speaker_members (name, speaker_id);
CREATE INDEX ix_speaker_members_listed ON speaker_members (speaker_id) WHERE document_id IS NULL;
CREATE INDEX ix_departures_document_id ON departures (document_id);
CREATE INDEX ix_departures_heir ON departures (heir);
CREATE VIEW flat_statements AS
SELECT
    statements.id AS id,
    statements.kind AS kind,
    substr(documents.text, statements.start + 1, statements."end" - statements.start) AS text,
    trim(substr(documents.text, statements.context_start + 1, statements.context_end - statements.context_start), char(9, 10, 11, 12, 13, 32, 133, 160, 8232, 8233)) AS context,
    speakers.name AS speaker,
    speaker_members.speaker_id AS speaker_id,
    statements.speaker_type AS speaker_type,
    statements.unknown AS unknown,
    statements.mention AS mention,
    statements.cue AS cue,
    statements.role AS role,
    statements.stance AS stance,
    statements.addressee AS addressee,
    statements.via AS via,
    coalesce(statements.said_on, documents.published) AS date,
    statements.said_on AS said_on,
    statements.said_evidence AS said_evidence,
    documents.published AS published,
    documents.publisher AS publisher,
    documents.title AS title,
    documents.author AS author,
    documents.url AS url,
    documents.lang AS lang,
    documents.name AS document_name,
    documents.id AS document_id,
    statements.start AS start,
    statements."end" AS "end",
    statements.utterance AS utterance,
    statements.claim AS in_claim,
    statements.nested_in AS nested_in,
    statements.confidence AS confidence,
    statements.checked AS checked,
    (SELECT count(*) FROM statements AS again
        WHERE again.copy_of = statements.id AND again.withheld IS NULL) AS copies,
    (SELECT group_concat(tag, ', ') FROM (SELECT tag FROM tags WHERE target = statements.id ORDER BY tag)) AS tags,
    (SELECT text FROM notes WHERE target = statements.id) AS note,
    (SELECT group_concat(tag, ', ') FROM (SELECT tag FROM tags WHERE target = documents.id ORDER BY tag)) AS document_tags,
    (SELECT text FROM notes WHERE target = documents.id) AS document_note,
    EXISTS (SELECT 1 FROM tags
        WHERE tag = 'private' AND target IN (statements.id, documents.id)) AS private
FROM statements
JOIN documents ON documents.id = statements.document_id
LEFT JOIN speaker_members ON speaker_members.id = statements.member_id
LEFT JOIN speakers ON speakers.id = speaker_members.speaker_id
WHERE statements.withheld IS NULL AND statements.copy_of IS NULL;
