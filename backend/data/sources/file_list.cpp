#include "data/sources/file_list.h"

#include <algorithm>
#include <fstream>

#include <fnmatch.h>

#include "base/files.h"
#include "base/text.h"
#include "data/sources/format.h"
#include "data/sources/zip_archive.h"

namespace anneal::data {
namespace {

bool isPattern(const std::string& text) { return text.find_first_of("*?[") != std::string::npos; }

bool isZip(const std::filesystem::path& file) { return base::toLower(file.extension().string()) == ".zip"; }

/// A name that says data; the registry of LLaMA-Factory's folders is none.
bool saysData(const std::filesystem::path& file) {
    const auto name = file.filename().string();
    return !name.starts_with('.') && name != "dataset_info.json" && (isZip(file) || formatOfName(file));
}

/// Files below a folder by relative name, hidden ones left out.
std::vector<ListedFile> filesBelow(const std::filesystem::path& folder) {
    std::vector<ListedFile> files;
    std::error_code error;
    const auto options = std::filesystem::directory_options::skip_permission_denied;
    for (auto entry = std::filesystem::recursive_directory_iterator(folder, options, error);
         !error && entry != std::filesystem::recursive_directory_iterator(); entry.increment(error)) {
        if (entry->path().filename().string().starts_with('.')) {
            if (entry->is_directory(error)) entry.disable_recursion_pending();
        } else if (entry->is_regular_file(error)) {
            files.push_back({entry->path(), entry->path().lexically_relative(folder).string()});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return files;
}

Result<std::vector<ListedFile>> matching(const std::filesystem::path& pattern) {
    std::filesystem::path root;
    for (const auto& part : pattern) {
        if (isPattern(part.string())) break;
        root /= part;
    }
    if (root.empty()) root = ".";
    // Without FNM_PATHNAME a star crosses folders, which is what ** asks for.
    auto wanted = pattern.string();
    const bool across = wanted.find("**") != std::string::npos;
    for (auto at = wanted.find("**/"); at != std::string::npos; at = wanted.find("**/")) wanted.replace(at, 3, "*");
    std::vector<ListedFile> files;
    for (auto& file : filesBelow(root)) {
        const auto path = root == "." && !pattern.string().starts_with("./") ? file.name : file.path.string();
        if (::fnmatch(wanted.c_str(), path.c_str(), across ? 0 : FNM_PATHNAME) == 0) files.push_back(std::move(file));
    }
    if (files.empty()) return fail("no_files", "no file matches " + pattern.string(), "check the pattern");
    return files;
}

/// Takes files out of archives into one scratch folder.
class Unpacker {
public:
    Unpacker(const SourceOptions& options, FileList& list) : options_(options), list_(list) {}

    Status add(const ListedFile& file) {
        if (isZip(file.path)) return addArchive(file);
        const auto* format = formatOfName(file.path);
        const auto extension = base::toLower(file.path.extension().string());
        const bool packed = extension == ".gz" || extension == ".zst";
        if (!packed || !format || format->text) {
            list_.files.push_back(file);
            return {};
        }
        ANNEAL_TRY(stream, UnpackedStream::open(file.path, extension == ".gz" ? Compression::gzip : Compression::zstd, options_.limits));
        return write(file.path.stem().string(), file.name, [&]() { return stream.read(std::size_t(1) << 20); });
    }

private:
    Status addArchive(const ListedFile& file) {
        ANNEAL_TRY(archive, ZipArchive::open(file.path, options_.limits));
        auto names = archive.names();
        std::sort(names.begin(), names.end());
        const auto before = list_.files.size();
        for (const auto& name : names) {
            if (!saysData(name) || isZip(name) || name.starts_with("__MACOSX/")) continue;
            ANNEAL_TRY(member, archive.member(name));
            ANNEAL_CHECK(write(std::filesystem::path(name).filename().string(), file.name + "/" + name, [&] { return member.read(); }));
        }
        if (list_.files.size() == before)
            return fail("no_files", file.path.string() + " holds no file of a known format", "unpack it and name the file");
        return {};
    }

    template <class Read>
    Status write(const std::string& fileName, std::string name, Read&& read) {
        if (!list_.unpacked) list_.unpacked = std::make_shared<base::ScratchFolder>("unpacked");
        // A folder of its own for each, so that names keep their extensions and never meet.
        const auto folder = list_.unpacked->path() / std::to_string(list_.files.size());
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        const auto path = folder / fileName;
        std::ofstream out(path, std::ios::binary);
        for (;;) {
            if (options_.stop.stopRequested()) return fail("stopped", "stopped");
            ANNEAL_TRY(piece, read());
            if (piece.empty()) break;
            errno = 0;
            if (!out.write(piece.data(), std::streamsize(piece.size())))
                return fail(base::errnoError("write_failed", "could not unpack to", path));
        }
        errno = 0;
        out.close();
        if (!out) return fail(base::errnoError("write_failed", "could not unpack to", path));
        list_.files.push_back({path, std::move(name)});
        return {};
    }

    const SourceOptions& options_;
    FileList& list_;
};

}  // namespace

Result<FileList> listFiles(const std::filesystem::path& what, const SourceOptions& options) {
    std::error_code error;
    FileList list;
    std::vector<ListedFile> found;
    if (std::filesystem::is_directory(what, error)) {
        list.several = true;
        for (auto& file : filesBelow(what))
            if (saysData(file.path)) found.push_back(std::move(file));
        if (found.empty()) return fail("no_files", what.string() + " holds no file of a known format", "known are " + formatNames());
    } else if (!std::filesystem::exists(what, error) && isPattern(what.string())) {
        list.several = true;
        ANNEAL_TRY(files, matching(what));
        found = std::move(files);
    } else {
        if (!std::filesystem::exists(what, error)) return fail("file_not_found", what.string() + " does not exist", "check the path");
        found.push_back({what, what.filename().string()});
    }
    Unpacker unpacker(options, list);
    for (const auto& file : found) ANNEAL_CHECK(unpacker.add(file));
    list.several = list.several || list.files.size() > 1;
    return list;
}

}  // namespace anneal::data
