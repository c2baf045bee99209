#include <set>

#include <sys/vfs.h>

#include "store/database.h"

namespace anneal::store {

bool onNetworkFileSystem(const std::filesystem::path& path) {
    // f_type of statfs(2), from linux/magic.h and the file systems' own sources.
    static const std::set<unsigned long> network = {
        0x6969 /*NFS*/,      0x517B /*SMB*/,    0xFF534D42 /*CIFS*/, 0xFE534D42 /*SMB2*/,   0x0BD00BD0 /*Lustre*/, 0x47504653 /*GPFS*/,
        0x00C36400 /*Ceph*/, 0x01021997 /*9p*/, 0x65735546 /*FUSE*/, 0x19830326 /*BeeGFS*/, 0x5346414F /*AFS*/,    0x7461636F /*OCFS2*/,
    };
    auto existing = std::filesystem::absolute(path);
    while (!std::filesystem::exists(existing) && existing.has_relative_path()) existing = existing.parent_path();
    struct statfs info {};
    if (::statfs(existing.c_str(), &info) != 0) return false;
    return network.contains(static_cast<unsigned long>(info.f_type) & 0xFFFFFFFFul);
}

}  // namespace anneal::store
