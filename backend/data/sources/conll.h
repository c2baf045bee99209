#pragma once
// Tagged text with one token a line and a blank line between sentences, as CoNLL-2003 and its like have it.

#include <string_view>

namespace anneal::data {

/// The lines have two or more fields of which the last is a BIO tag, or they are CoNLL-U's ten.
bool looksLikeConll(std::string_view sample, bool sampleIsWhole);

}  // namespace anneal::data
