#include "data/sources/source.h"

#include "data/sources/file_set.h"
#include "data/sources/format.h"
#include "data/sql/sql_source.h"
#include "data/sql/sql_url.h"

namespace anneal::data {
namespace {

/// A file that came out of an archive, which goes with the source.
class UnpackedFile : public Source {
public:
    UnpackedFile(std::unique_ptr<Source> source, std::shared_ptr<base::ScratchFolder> folder, std::string member)
        : folder_(std::move(folder)), source_(std::move(source)), member_(std::move(member)) {}
    std::string_view format() const override { return source_->format(); }
    Result<std::optional<Block>> next() override { return source_->next(); }
    Status rewind() override { return source_->rewind(); }
    Result<Parsed> parse(const Block& block, const arrow::Schema& expected) const override { return source_->parse(block, expected); }
    Conflict conflict() const override { return source_->conflict(); }
    double position() const override { return source_->position(); }
    OrderedJson details() const override {
        auto found = source_->details();
        found["member"] = member_;
        return found;
    }

private:
    std::shared_ptr<base::ScratchFolder> folder_;
    std::unique_ptr<Source> source_;
    std::string member_;
};

}  // namespace

Result<std::unique_ptr<Source>> openSource(const std::filesystem::path& what, const SourceOptions& options) {
    if (isSqlUrl(what.native())) return openSql(what.native(), options);
    ANNEAL_TRY(list, listFiles(what, options));
    if (list.several) return openFileSet(std::move(list), options);
    const auto file = list.files.front();
    ANNEAL_TRY(source, openFile(file.path, options));
    if (!list.unpacked) return std::move(source);
    return std::make_unique<UnpackedFile>(std::move(source), list.unpacked, file.name);
}

}  // namespace anneal::data
