declare module 'virtual:assets' {
  export const assets: {
    residentScript: string
    kindsScript: string
    readAloudScript: string
    sessionScript: string
    lettersScript: string
    correctionScript: string
    childScript: string
    deskScript: string
    deskStyle: string
  }
}
