#pragma once
// Passwords of databases: from the environment, ~/.pgpass or the desktop's keyring; never from a file of ours.

#include "data/sql/sql_url.h"

namespace anneal::data {

/// $ANNEAL_DB_PASSWORD, else $PGPASSWORD or $MYSQL_PWD, else PostgreSQL's password file, else the
/// Secret Service where libsecret and a session bus are there (attributes: service=anneal, url=the address without password).
/// Empty where none is kept: the server may not ask for one.
Secret findPassword(const SqlUrl& url);

/// The password of the first line of ~/.pgpass (or $PGPASSFILE) that fits; empty where none does or others may read the file.
Secret passwordInFile(const std::string& text, const SqlUrl& url);

/// What the Secret Service keeps for this address; empty without libsecret, a bus or an entry. Asks at most five seconds.
Secret passwordInKeyring(const std::string& address);

}  // namespace anneal::data
