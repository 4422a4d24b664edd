# What the objects become: libhearsay.so, libhearsay.a, hearsay.

# Hidden visibility keeps internal names internal, but for the functions that gcc makes in several
# versions, one for each kind of processor (target_clones): it shows those. So both libraries are
# told besides that nothing but hearsay_* is seen.

# --- the shared library ---------------------------------------------------------------------------
set(EXPORTS ${PROJECT_SOURCE_DIR}/cmake/exports.map)
add_library(hearsay_shared SHARED ${OBJECTS})
target_link_libraries(hearsay_shared PRIVATE hearsay_flags ${DEPENDENCIES})
target_link_options(hearsay_shared PRIVATE -Wl,--version-script=${EXPORTS})
set_target_properties(hearsay_shared PROPERTIES
    OUTPUT_NAME hearsay VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}
    LINK_DEPENDS ${EXPORTS})

# --- the archive: one object whose internal names are its own ------------------------------------
# An ordinary archive would show arena_new and the like to whoever links it, and clash with theirs.
set(ARCHIVE ${PROJECT_BINARY_DIR}/libhearsay.a)
set(MERGED ${PROJECT_BINARY_DIR}/libhearsay.o)
add_custom_command(
    OUTPUT ${ARCHIVE}
    COMMAND ${CMAKE_LINKER} -r -o ${MERGED} ${OBJECTS}
    COMMAND ${CMAKE_OBJCOPY} --localize-hidden --wildcard --keep-global-symbol=hearsay_* ${MERGED}
    COMMAND ${CMAKE_COMMAND} -E rm -f ${ARCHIVE}
    COMMAND ${CMAKE_AR} rcs ${ARCHIVE} ${MERGED}
    DEPENDS ${OBJECTS}
    COMMENT "Making libhearsay.a" COMMAND_EXPAND_LISTS VERBATIM)
add_custom_target(hearsay_archive ALL DEPENDS ${ARCHIVE})

# --- the program ---------------------------------------------------------------------------------
# It links the archive, so it stands alone, and reaches nothing but what hearsay.h offers; base/ it
# may use too, by a second copy.
add_executable(hearsay src/cli/main.c $<TARGET_OBJECTS:hearsay_cli> $<TARGET_OBJECTS:hearsay_base>)
add_dependencies(hearsay hearsay_archive)
target_link_libraries(hearsay PRIVATE hearsay_flags ${ARCHIVE} ${DEPENDENCIES})
set_target_properties(hearsay PROPERTIES LINK_DEPENDS ${ARCHIVE})

# The model lies beside the program in the build tree, so that it is found there.
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/models/hearsay.model
     ${PROJECT_BINARY_DIR}/hearsay.model SYMBOLIC)
