/** The columns that a file of bills needs and may have, as a file to fill in. */
export const invoiceFileModel = "PRM ou PCE;N° facture;Date facture;Début;Fin;Nature;kWh;m3;Montant HT;Montant TTC\r\n";
