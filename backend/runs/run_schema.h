#pragma once
// The tables of run.db, shared by its writer and its readers.

#include <array>
#include <string_view>

namespace anneal::runs {

inline constexpr std::array<std::string_view, 2> kRunMigrations{R"sql(
CREATE TABLE run(
  id TEXT NOT NULL, state TEXT NOT NULL, step INTEGER NOT NULL DEFAULT 0, total_steps INTEGER NOT NULL DEFAULT 0,
  created REAL NOT NULL, started REAL, finished REAL, updated REAL NOT NULL,
  error_code TEXT, error_message TEXT, error_hint TEXT, summary TEXT NOT NULL DEFAULT '{}');
CREATE TABLE metrics(
  step INTEGER PRIMARY KEY, epoch REAL, loss REAL, eval_loss REAL, lr REAL, grad_norm REAL, tokens_per_second REAL, time REAL NOT NULL);
CREATE TABLE events(id INTEGER PRIMARY KEY AUTOINCREMENT, time REAL NOT NULL, kind TEXT NOT NULL, message TEXT NOT NULL, data TEXT NOT NULL);
CREATE TABLE samples(
  step INTEGER NOT NULL, idx INTEGER NOT NULL, prompt TEXT NOT NULL, expected TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY(step, idx));
)sql",
                                                                R"sql(
ALTER TABLE run ADD COLUMN life_started REAL;
ALTER TABLE run ADD COLUMN earlier_seconds REAL NOT NULL DEFAULT 0;
)sql"};

}  // namespace anneal::runs
