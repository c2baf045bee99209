#pragma once
// Zip archives written on the spot.

#include <map>
#include <string>

#include <zip.h>

#include "support.h"

namespace anneal::test {

inline void writeZip(const std::filesystem::path& file, const std::map<std::string, std::string>& members) {
    int code = 0;
    zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    ASSERT_NE(archive, nullptr) << code;
    for (const auto& [name, text] : members)
        ASSERT_GE(zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), ZIP_FL_ENC_UTF_8), 0);
    ASSERT_EQ(zip_close(archive), 0) << zip_strerror(archive);
}

}  // namespace anneal::test
