# The libraries that the stages stand on, all from Debian.

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

# Named again in hearsay.pc, for those who link the archive.
set(PKG_CONFIG_MODULES gumbo jansson libutf8proc libexttextcat libxml-2.0 libzstd md4c libxxhash
    libcrypto sqlite3 zlib)
pkg_check_modules(MODULES REQUIRED IMPORTED_TARGET ${PKG_CONFIG_MODULES})

find_library(DNNL_LIBRARY dnnl REQUIRED) # oneDNN has no pkg-config file

# Debian's oneDNN takes its threads from OpenMP, where we say how many: one.
set(DEPENDENCIES PkgConfig::MODULES ${DNNL_LIBRARY} gomp Threads::Threads m)
