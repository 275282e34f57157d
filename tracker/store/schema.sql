CREATE TABLE "meta" (
   "key" TEXT PRIMARY KEY NOT NULL,
   "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE "files" (
   "path" TEXT PRIMARY KEY NOT NULL,
   "size" INTEGER NOT NULL,
   "mtime_ns" INTEGER NOT NULL,
   "ctime_ns" INTEGER NOT NULL,
   "inode" INTEGER NOT NULL,
   "names" TEXT NOT NULL,
   "read_ns" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE "segments" (
   "path" TEXT NOT NULL,
   "position" INTEGER NOT NULL,
   "size" INTEGER NOT NULL,
   "digest" TEXT NOT NULL,
   "tables" TEXT NOT NULL,
   PRIMARY KEY ("path", "position")
) STRICT, WITHOUT ROWID;
CREATE TABLE "states" (
   "id" INTEGER PRIMARY KEY NOT NULL,
   "state" TEXT NOT NULL
) STRICT;
CREATE TABLE "parties" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "name" TEXT NOT NULL,
   "names" TEXT NOT NULL,
   "aliases" TEXT NOT NULL,
   "members" TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE "party_names" (
   "folded" TEXT NOT NULL,
   "party" TEXT NOT NULL REFERENCES "parties"("id"),
   PRIMARY KEY ("folded", "party")
) STRICT, WITHOUT ROWID;
CREATE TABLE "memberships" (
   "member" TEXT NOT NULL,
   "party" TEXT NOT NULL,
   PRIMARY KEY ("member", "party")
) STRICT, WITHOUT ROWID;
CREATE TABLE "people" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "name" TEXT NOT NULL,
   "names" TEXT NOT NULL,
   "email" TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE "agreements" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "title" TEXT NOT NULL,
   "titles" TEXT,
   "kind" TEXT NOT NULL,
   "text" TEXT NOT NULL,
   "parties" TEXT NOT NULL,
   "date" TEXT NOT NULL,
   "begins" TEXT NOT NULL,
   "effective" TEXT NOT NULL,
   "in_force" TEXT NOT NULL,
   "expires" TEXT NOT NULL,
   "renews" TEXT NOT NULL,
   "notice" TEXT NOT NULL,
   "owner" TEXT NOT NULL,
   "tags" TEXT NOT NULL,
   "notes" TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE "agreement_parties" (
   "party" TEXT NOT NULL,
   "agreement" TEXT NOT NULL REFERENCES "agreements"("id"),
   PRIMARY KEY ("party", "agreement")
) STRICT, WITHOUT ROWID;
CREATE TABLE "agreement_phases" (
   "agreement" TEXT NOT NULL REFERENCES "agreements"("id"),
   "start" TEXT NOT NULL,
   "end" TEXT NOT NULL,
   "last" TEXT NOT NULL,
   "suspended" INTEGER NOT NULL,
   "terminated" INTEGER NOT NULL,
   "notice_by" TEXT NOT NULL,
   "look_from" TEXT NOT NULL,
   PRIMARY KEY ("agreement", "start")
) STRICT, WITHOUT ROWID;
CREATE TABLE "agreement_entries" (
   "agreement" TEXT NOT NULL REFERENCES "agreements"("id"),
   "position" INTEGER NOT NULL,
   "on_day" TEXT NOT NULL,
   "status" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "note" TEXT NOT NULL,
   "evidence" TEXT NOT NULL,
   "by" TEXT NOT NULL,
   "recorded" TEXT NOT NULL,
   "private" INTEGER NOT NULL,
   PRIMARY KEY ("agreement", "position")
) STRICT, WITHOUT ROWID;
CREATE TABLE "former_agreements" (
   "former" TEXT NOT NULL,
   "agreement" TEXT NOT NULL REFERENCES "agreements"("id"),
   PRIMARY KEY ("former", "agreement")
) STRICT, WITHOUT ROWID;
CREATE TABLE "sources" (
   "agreement" TEXT NOT NULL REFERENCES "agreements"("id"),
   "id" TEXT NOT NULL,
   "file" TEXT NOT NULL,
   "url" TEXT NOT NULL,
   "date" TEXT NOT NULL,
   "sha256" TEXT NOT NULL,
   PRIMARY KEY ("agreement", "id")
) STRICT, WITHOUT ROWID;
CREATE TABLE "obligations" (
   "id" INTEGER PRIMARY KEY NOT NULL,
   "ref" TEXT NOT NULL,
   "agreement" TEXT NOT NULL REFERENCES "agreements"("id"),
   "number" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "titles" TEXT,
   "kind" TEXT NOT NULL,
   "modality" TEXT NOT NULL,
   "bearers" TEXT NOT NULL,
   "counterparties" TEXT NOT NULL,
   "owner" TEXT NOT NULL,
   "due" TEXT NOT NULL,
   "every" TEXT NOT NULL,
   "rrule" TEXT NOT NULL,
   "first" TEXT NOT NULL,
   "until" TEXT NOT NULL,
   "within" TEXT NOT NULL,
   "after" TEXT NOT NULL,
   "before" TEXT NOT NULL,
   "recurs" INTEGER NOT NULL,
   "basis" TEXT NOT NULL,
   "quote" TEXT NOT NULL,
   "clause" TEXT NOT NULL,
   "page" TEXT NOT NULL,
   "source" TEXT NOT NULL,
   "lead" TEXT NOT NULL,
   "review" TEXT NOT NULL,
   "replaces" TEXT NOT NULL,
   "tags" TEXT NOT NULL,
   "notes" TEXT NOT NULL,
   "folded" TEXT NOT NULL
) STRICT;
CREATE TABLE "obligation_parties" (
   "obligation" INTEGER NOT NULL REFERENCES "obligations"("id"),
   "party" TEXT NOT NULL,
   "role" TEXT NOT NULL,
   PRIMARY KEY ("obligation", "party", "role")
) STRICT, WITHOUT ROWID;
CREATE TABLE "former_refs" (
   "former" TEXT NOT NULL,
   "obligation" INTEGER NOT NULL REFERENCES "obligations"("id"),
   PRIMARY KEY ("former", "obligation")
) STRICT, WITHOUT ROWID;
CREATE TABLE "entries" (
   "obligation" INTEGER NOT NULL REFERENCES "obligations"("id"),
   "position" INTEGER NOT NULL,
   "on_day" TEXT NOT NULL,
   "status" TEXT NOT NULL,
   "scheduled" TEXT NOT NULL,
   "due" TEXT NOT NULL,
   "agreed_with" TEXT NOT NULL,
   "note" TEXT NOT NULL,
   "evidence" TEXT NOT NULL,
   "owner" TEXT NOT NULL,
   "dispute" TEXT NOT NULL,
   "by" TEXT NOT NULL,
   "recorded" TEXT NOT NULL,
   "private" INTEGER NOT NULL,
   PRIMARY KEY ("obligation", "position")
) STRICT, WITHOUT ROWID;
CREATE TABLE "spans" (
   "obligation" INTEGER NOT NULL REFERENCES "obligations"("id"),
   "ref" TEXT NOT NULL,
   "start" TEXT NOT NULL,
   "end" TEXT NOT NULL,
   "state" INTEGER NOT NULL REFERENCES "states"("id"),
   "scheduled" TEXT NOT NULL,
   "due" TEXT NOT NULL,
   "due_text" TEXT NOT NULL,
   "status" TEXT NOT NULL,
   "informed" INTEGER NOT NULL,
   "missed" INTEGER NOT NULL,
   "entry" INTEGER,
   "last_on" TEXT NOT NULL,
   "dispute" TEXT NOT NULL,
   "owner" TEXT NOT NULL
) STRICT;
CREATE TABLE "occurrence_spans" (
   "obligation" INTEGER NOT NULL REFERENCES "obligations"("id"),
   "start" TEXT NOT NULL,
   "end" TEXT NOT NULL,
   "state" INTEGER NOT NULL REFERENCES "states"("id"),
   "scheduled" TEXT NOT NULL,
   "due" TEXT NOT NULL,
   "due_text" TEXT NOT NULL,
   "status" TEXT NOT NULL,
   "informed" INTEGER NOT NULL,
   "last_on" TEXT NOT NULL,
   "dispute" TEXT NOT NULL,
   "owner" TEXT NOT NULL,
   PRIMARY KEY ("obligation", "due", "scheduled", "start")
) STRICT, WITHOUT ROWID;
CREATE TABLE "turns" (
   "day" TEXT NOT NULL,
   "state" INTEGER NOT NULL REFERENCES "states"("id"),
   "dated" INTEGER NOT NULL,
   "obligations" INTEGER NOT NULL,
   "missed" INTEGER NOT NULL,
   PRIMARY KEY ("day", "state", "dated")
) STRICT, WITHOUT ROWID;
CREATE TABLE "month_turns" (
   "month" TEXT NOT NULL,
   "state" INTEGER NOT NULL REFERENCES "states"("id"),
   "dated" INTEGER NOT NULL,
   "obligations" INTEGER NOT NULL,
   "missed" INTEGER NOT NULL,
   PRIMARY KEY ("month", "state", "dated")
) STRICT, WITHOUT ROWID;
