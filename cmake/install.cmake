# What `make install` puts where.

install(FILES include/hearsay.h TYPE INCLUDE)
install(TARGETS hearsay hearsay_shared)
install(FILES ${ARCHIVE} DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES models/hearsay.model DESTINATION ${CMAKE_INSTALL_DATADIR}/hearsay OPTIONAL)

# The program writes its own manual and completion (cli/man.h, cli/completion.h).
set(WRITTEN)
function(written name place)
    set(file ${PROJECT_BINARY_DIR}/${name})
    add_custom_command(OUTPUT ${file} COMMAND hearsay ${ARGN} > ${file}
                       DEPENDS hearsay COMMENT "Writing ${name}" VERBATIM)
    install(FILES ${file} DESTINATION ${place})
    list(APPEND WRITTEN ${file})
    set(WRITTEN ${WRITTEN} PARENT_SCOPE)
endfunction()
written(hearsay.1 ${CMAKE_INSTALL_MANDIR}/man1 man)
written(completions/hearsay ${CMAKE_INSTALL_DATADIR}/bash-completion/completions completion bash)
written(completions/_hearsay ${CMAKE_INSTALL_DATADIR}/zsh/site-functions completion zsh)
written(completions/hearsay.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d completion fish)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/completions)
add_custom_target(hearsay_written ALL DEPENDS ${WRITTEN})

# Found from where it lies, so that an installed tree may be moved.
file(RELATIVE_PATH PC_TO_PREFIX ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
list(JOIN PKG_CONFIG_MODULES " " PC_MODULES)
configure_file(cmake/hearsay.pc.in hearsay.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/hearsay.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
